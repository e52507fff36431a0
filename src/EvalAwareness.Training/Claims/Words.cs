namespace EvalAwareness.Training.Claims;

/// <summary>Texts as words with white space between them.</summary>
internal static class Words
{
    /// <summary>The words of <paramref name="text"/> in order, punctuation included.</summary>
    public static string[] Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same words with one space between each two.</summary>
    public static string SingleSpaced(string text) => string.Join(' ', Of(text));

    /// <summary>Whether <paramref name="words"/> stand somewhere in the text with no letter or digit touching them.</summary>
    public static bool Contain(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0 && !StandAlone(text, at, at + words.Length))
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        return at >= 0;
    }

    private static bool StandAlone(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
