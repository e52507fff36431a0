namespace EvalAwareness.Inference.Tokenization;

/// <summary>Korean syllables, which Unicode composes by arithmetic.</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    /// <summary>A syllable in two parts; null for anything else.</summary>
    public static int[]? Decompose(int codePoint)
    {
        var index = codePoint - Syllables;
        if (index is < 0 or >= SyllableCount)
            return null;
        var tail = index % TailCount;
        return tail > 0
            ? [codePoint - tail, Tails + tail]
            : [Leads + index / (VowelCount * TailCount), Vowels + index / TailCount % VowelCount];
    }

    public static int? Compose(int first, int second)
    {
        var (lead, vowel) = (first - Leads, second - Vowels);
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return Syllables + (lead * VowelCount + vowel) * TailCount;
        var (syllable, tail) = (first - Syllables, second - Tails);
        if (syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount)
            return first + tail;
        return null;
    }
}
