namespace EvalAwareness.Inference.Templating;

/// <summary>The variable <c>loop</c>.</summary>
internal static class Loop
{
    public static TemplateMap At(IReadOnlyList<object?> items, int index) => new()
    {
        ["index"] = index + 1L,
        ["index0"] = (long)index,
        ["revindex"] = (long)items.Count - index,
        ["revindex0"] = items.Count - index - 1L,
        ["first"] = index == 0,
        ["last"] = index == items.Count - 1,
        ["length"] = (long)items.Count,
        ["previtem"] = index > 0 ? items[index - 1] : new Undefined("loop.previtem"),
        ["nextitem"] = index + 1 < items.Count ? items[index + 1] : new Undefined("loop.nextitem"),
        ["cycle"] = (Callable)(arguments => Cycle(arguments.Positional, index)),
    };

    private static object? Cycle(IReadOnlyList<object?> items, int index) =>
        items.Count > 0 ? items[index % items.Count] : throw new TemplateException("cycle needs items");
}
