namespace EvalAwareness.Training.Claims;

/// <summary>Looks for words that no letter or digit touches.</summary>
internal static class WholeWords
{
    public static bool Contains(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (StandsAlone(text, at, at + words.Length))
                return true;
        }
        return false;
    }

    private static bool StandsAlone(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
