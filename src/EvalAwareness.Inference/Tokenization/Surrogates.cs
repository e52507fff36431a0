namespace EvalAwareness.Inference.Tokenization;

/// <summary>Makes any .NET string valid Unicode without moving a character.</summary>
internal static class Surrogates
{
    /// <summary>Replaces every surrogate that lacks its other half by U+FFFD.</summary>
    public static string ReplaceLone(string text)
    {
        var first = IndexOfLone(text, 0);
        if (first < 0)
            return text;
        var characters = text.ToCharArray();
        for (var at = first; at >= 0; at = IndexOfLone(text, at + 1))
            characters[at] = '\uFFFD';
        return new string(characters);
    }

    private static int IndexOfLone(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }
        return -1;
    }
}
