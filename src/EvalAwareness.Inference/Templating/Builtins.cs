namespace EvalAwareness.Inference.Templating;

/// <summary>The functions that every chat template may call.</summary>
internal static class Builtins
{
    /// <param name="today">The day that <c>strftime_now</c> tells, so that a rendering never depends on the clock.</param>
    public static Scope CreateScope(DateOnly today) => new()
    {
        ["range"] = (Callable)Range,
        ["namespace"] = (Callable)CreateNamespace,
        ["dict"] = (Callable)CreateMap,
        ["raise_exception"] = (Callable)(arguments => throw new TemplateException(arguments.Text(0, "message"))),
        ["strftime_now"] = (Callable)(arguments => DateFormat.Format(today, arguments.Text(0, "format"))),
    };

    private static object Range(Arguments arguments)
    {
        var one = arguments.Positional.Count == 1;
        var start = one ? 0 : arguments.Integer(0, "start", 0);
        var stop = arguments.Integer(one ? 0 : 1, "stop", 0);
        var step = arguments.Integer(2, "step", 1);
        if (step == 0)
            throw new TemplateException("range cannot have step 0");
        var items = new List<object?>();
        for (Int128 item = start; step > 0 ? item < stop : item > stop; item += step)
        {
            arguments.Budget.Spend(1);
            items.Add((long)item);
        }
        return items;
    }

    private static Namespace CreateNamespace(Arguments arguments)
    {
        var space = new Namespace();
        foreach (var (name, value) in arguments.Named)
            space.Attributes[name] = value;
        return space;
    }

    private static TemplateMap CreateMap(Arguments arguments)
    {
        var map = new TemplateMap();
        foreach (var (name, value) in arguments.Positional.FirstOrDefault() as TemplateMap ?? [])
            map[name] = value;
        foreach (var (name, value) in arguments.Named)
            map[name] = value;
        return map;
    }
}
