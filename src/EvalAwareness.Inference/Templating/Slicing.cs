namespace EvalAwareness.Inference.Templating;

/// <summary>Python's indices and slices: negative ones count from the end, slices never miss.</summary>
internal static class Slicing
{
    public static object? Index(object? target, long index) => target switch
    {
        string text when PythonText.CodePoints(text) is { } characters => At(characters, index),
        string text => At([.. text.Select(character => character.ToString())], index),
        List<object?> list => At(list, index),
        _ => throw new TemplateException($"{Values.TypeName(target)} has no index"),
    };

    public static object? Slice(object? target, long? start, long? stop, long step) => target switch
    {
        string text when PythonText.CodePoints(text) is { } characters => string.Concat(Pick(characters, start, stop, step)),
        string text => string.Concat(Pick(text.ToCharArray(), start, stop, step)),
        List<object?> list => Pick(list, start, stop, step).ToList(),
        Undefined => target,
        _ => throw new TemplateException($"{Values.TypeName(target)} cannot be sliced"),
    };

    private static object? At<T>(IReadOnlyList<T> items, long index)
    {
        var place = index < 0 ? index + items.Count : index;
        return place >= 0 && place < items.Count ? items[(int)place] : new Undefined($"index {index}");
    }

    private static IEnumerable<T> Pick<T>(IReadOnlyList<T> items, long? start, long? stop, long step)
    {
        if (step == 0)
            throw new TemplateException("a slice cannot have step 0");
        // Walking backwards the bounds are one lower: from the last item to the one before the first.
        var (low, high) = step > 0 ? (0, items.Count) : (-1, items.Count - 1);
        var from = Bound(start, step > 0 ? low : high);
        var to = Bound(stop, step > 0 ? high : low);
        for (var place = from; step > 0 ? place < to : place > to; place += step)
            yield return items[(int)place];

        long Bound(long? bound, long missing) =>
            bound is null ? missing : Math.Clamp(bound < 0 ? bound.Value + items.Count : bound.Value, low, high);
    }
}
