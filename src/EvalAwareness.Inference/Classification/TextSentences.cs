namespace EvalAwareness.Inference.Classification;

/// <summary>Cuts a text where sentences or lines end.</summary>
internal static class TextSentences
{
    /// <returns>Ranges of the text in order; none is blank.</returns>
    public static IReadOnlyList<Range> Of(string text)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end < text.Length && !EndsAt(text, end))
                continue;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
                sentences.Add(Trimmed(text, start, end));
            start = end;
        }
        return sentences;
    }

    private static bool EndsAt(string text, int end) =>
        text[end - 1] == '\n' || (text[end - 1] is '.' or '!' or '?' && char.IsWhiteSpace(text[end]));

    private static Range Trimmed(string text, int start, int end)
    {
        while (char.IsWhiteSpace(text[start]))
            start++;
        while (char.IsWhiteSpace(text[end - 1]))
            end--;
        return start..end;
    }
}
