using System.Buffers;
using System.Globalization;
using System.Text;

namespace EvalAwareness.Inference.Tokenization.AddedTokens;

/// <summary>
/// Characters of words in the sense of Unicode's Technical Standard 18, Annex C, which Hugging Face's tokenizers go by;
/// <c>\w</c> of .NET leaves out letter numbers, circled letters and enclosing marks.
/// </summary>
internal static class WordCharacters
{
    /// <summary>Whether no word character stands just before or after a range.</summary>
    public static bool StandsAlone(string text, TextRange range) =>
        !(Rune.DecodeLastFromUtf16(text.AsSpan(0, range.Start), out var before, out _) == OperationStatus.Done && Is(before))
        && !(Rune.DecodeFromUtf16(text.AsSpan(range.End), out var after, out _) == OperationStatus.Done && Is(after));

    private static bool Is(Rune rune) => Rune.IsLetter(rune) || IsJoiner(rune) || IsLetterSymbol(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;

    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // Symbols that Unicode counts as alphabetic: circled, squared and regional forms of Latin letters.
    private static bool IsLetterSymbol(Rune rune) =>
        rune.Value is >= 0x24B6 and <= 0x24E9 or >= 0x1F130 and <= 0x1F149 or >= 0x1F150 and <= 0x1F169 or >= 0x1F170 and <= 0x1F189;
}
