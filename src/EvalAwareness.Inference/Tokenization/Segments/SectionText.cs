using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>How the characters of a rendered text lie in the section's own: moved, or escaped as in a JSON string.</summary>
internal sealed class SectionText
{
    public static SectionText Whole { get; } = new(0, null);

    private readonly int _start;
    private readonly int[]? _places;

    private SectionText(int start, int[]? places) => (_start, _places) = (start, places);

    /// <summary>Null when the rendered text is neither the segment's own, trimmed or not, nor its JSON form.</summary>
    public static SectionText? Match(Segment segment, string rendered)
    {
        var (own, offset) = (segment.Text, segment.Offset);
        var start = own.Length - own.TrimStart().Length;
        return own == rendered ? new SectionText(offset, null)
            : string.CompareOrdinal(own, start, rendered, 0, rendered.Length) == 0 ? new SectionText(offset + start, null)
            : MatchEscaped(own, rendered, 0, offset) ?? MatchEscaped(own, rendered, start, offset);
    }

    public TextRange ToSection(TextRange range) => _places is null
        ? new TextRange(_start + range.Start, _start + range.End)
        : new TextRange(_places[range.Start], _places[range.End - 1] + 1);

    // Templates of Llama 3 write tool results so.
    private static SectionText? MatchEscaped(string own, string rendered, int start, int offset)
    {
        var places = new int[rendered.Length];
        var at = 0;
        for (var place = start; place < own.Length && at < rendered.Length; place++)
        {
            var escaped = JsonText.Escape(own[place]);
            if (string.CompareOrdinal(rendered, at, escaped, 0, escaped.Length) != 0)
                return null;
            places.AsSpan(at, escaped.Length).Fill(offset + place);
            at += escaped.Length;
        }
        return at == rendered.Length ? new SectionText(offset + start, places) : null;
    }
}
