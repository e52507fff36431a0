using System.Buffers;

namespace EvalAwareness.Inference.Templating;

/// <summary>Python's <c>split</c> and its relatives.</summary>
internal static class Splitting
{
    private static readonly SearchValues<char> WhiteSpace =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(value => (char)value).Where(char.IsWhiteSpace)]);

    public static List<object?> Split(string text, Arguments arguments)
    {
        var most = Most(arguments);
        if (arguments.Get(0, "sep") is null)
            return Words(text, most);
        return Counted(text.Split(Separator(arguments), most), arguments);
    }

    public static List<object?> SplitFromEnd(string text, Arguments arguments)
    {
        if (arguments.Get(0, "sep") is null)
            throw new TemplateException("rsplit needs a separator");
        var (separator, most) = (Separator(arguments), Most(arguments));
        var parts = text.Split(separator);
        var joined = Math.Max(0, parts.Length - most) + 1;
        return Counted([string.Join(separator, parts[..joined]), .. parts[joined..]], arguments);
    }

    public static List<object?> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. lines[^1].Length == 0 ? lines[..^1] : lines];
    }

    public static int Occurrences(string text, string part) =>
        part.Length == 0 ? text.Length + 1 : text.AsSpan().Count(part);

    private static string Separator(Arguments arguments) =>
        arguments.Text(0, "sep") is { Length: > 0 } separator ? separator : throw new TemplateException("split needs a separator");

    // How many parts at most: one more than the number of cuts.
    private static int Most(Arguments arguments) => arguments.Integer(1, "maxsplit", -1) is >= 0 and < int.MaxValue and var cuts
        ? (int)cuts + 1
        : int.MaxValue;

    private static List<object?> Words(string text, int most)
    {
        var words = new List<object?>();
        var rest = text.AsSpan().TrimStart();
        while (rest.Length > 0)
        {
            var end = words.Count + 1 < most ? rest.IndexOfAny(WhiteSpace) : -1;
            words.Add((end < 0 ? rest : rest[..end]).ToString());
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }
        return words;
    }

    private static List<object?> Counted(string[] parts, Arguments arguments)
    {
        arguments.Budget.Spend(parts.Length);
        return [.. parts];
    }
}
