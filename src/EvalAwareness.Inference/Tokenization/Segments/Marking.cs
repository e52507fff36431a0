using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>A way of placing marks in texts so that a template that looks at texts is not misled by them.</summary>
/// <param name="Inside">
/// Kinds whose marks go inside the white space at a text's edges, for templates that trim; that white space, where it is
/// printed after all, then counts as the template's.
/// </param>
/// <param name="BetweenTags">
/// Whether marks leave out the tags that templates look for in texts, such as the end of reasoning, and each piece between
/// two tags is marked by itself: the template may drop one and keep the other.
/// </param>
internal sealed record Marking(IReadOnlySet<SegmentKind> Inside, bool BetweenTags)
{
    private static readonly string[] Tags = ["<think>", "</think>", "<tool_response>", "</tool_response>"];

    /// <summary>The ways worth trying on these messages, the plainest first.</summary>
    public static IEnumerable<Marking> Ways(IReadOnlyList<Message> messages)
    {
        var texts = messages.SelectMany(SectionsOf).ToList();
        SegmentKind[] padded = [.. texts.Where(text => text.Text.Trim() != text.Text).Select(text => text.Kind).Distinct().Order()];
        bool[] tagged = texts.Any(text => Tags.Any(text.Text.Contains)) ? [false, true] : [false];
        return
            from betweenTags in tagged
            from inside in Subsets(padded).OrderBy(subset => subset.Count)
            select new Marking(inside, betweenTags);
    }

    /// <summary>The parts of a text that get marks of their own; none of them is empty.</summary>
    public IEnumerable<TextRange> Pieces(string text, SegmentKind kind)
    {
        var pieces = BetweenTags ? Untagged(text) : [new TextRange(0, text.Length)];
        return pieces.Select(piece => BetweenTags || Inside.Contains(kind) ? Trim(text, piece) : piece)
            .Where(piece => piece.Length > 0);
    }

    private static IEnumerable<(string Text, SegmentKind Kind)> SectionsOf(Message message) =>
        [(message.Content, SegmentKinds.OfText(message.Role)), (message.Reasoning, SegmentKind.AssistantReasoning)];

    private static IEnumerable<IReadOnlySet<SegmentKind>> Subsets(SegmentKind[] kinds) =>
        Enumerable.Range(0, 1 << kinds.Length).Select(bits => kinds.Where((_, index) => (bits >> index & 1) == 1).ToHashSet());

    private static IEnumerable<TextRange> Untagged(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Tags.FirstOrDefault(tag => string.CompareOrdinal(text, at, tag, 0, tag.Length) == 0) is not { } tag)
                continue;
            yield return new TextRange(start, at);
            start = at + tag.Length;
        }
        yield return new TextRange(start, text.Length);
    }

    private static TextRange Trim(string text, TextRange piece)
    {
        var content = text.AsSpan(piece.Start, piece.Length);
        var start = piece.Start + (content.Length - content.TrimStart().Length);
        return new TextRange(start, start + content.Trim().Length);
    }
}
