namespace EvalAwareness.Inference.Templating;

/// <summary>The evaluated arguments of a call.</summary>
internal sealed record Arguments(IReadOnlyList<object?> Positional, IReadOnlyDictionary<string, object?> Named, Budget Budget)
{
    public bool Has(int index, string name) => index < Positional.Count || Named.ContainsKey(name);

    /// <summary>An argument given by place or by name; <paramref name="missing"/> when it is not given.</summary>
    public object? Get(int index, string name, object? missing = null) =>
        index < Positional.Count ? Positional[index] : Named.GetValueOrDefault(name, missing);

    public string Text(int index, string name, string? missing = null) => Get(index, name, missing) switch
    {
        string text => text,
        null when missing is null => throw new TemplateException($"argument '{name}' is missing"),
        var other => Values.ToText(other, Budget),
    };

    public long Integer(int index, string name, long missing) => Get(index, name, missing) switch
    {
        long number => number,
        var other => throw new TemplateException($"argument '{name}' must be a whole number, not {Values.TypeName(other)}"),
    };

    public bool Flag(int index, string name) => Values.IsTrue(Get(index, name, false));
}
