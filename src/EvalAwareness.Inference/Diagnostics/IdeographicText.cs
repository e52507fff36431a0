using System.Text;
using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>
/// The smell of an injection that failed. Markers are enclosed CJK characters, so a verbalizer that sees the marker itself, and no
/// activation in its place, writes in such a script or describes such a character.
/// </summary>
internal static partial class IdeographicText
{
    /// <summary>Whether most letters of a text are Han, kana or hangul.</summary>
    public static bool IsWritten(string text)
    {
        var letters = text.EnumerateRunes().Where(rune => Rune.IsLetter(rune) || IsIdeographic(rune)).ToList();
        return letters.Count > 0 && 2 * letters.Count(IsIdeographic) > letters.Count;
    }

    /// <summary>Whether an English text speaks of such a character.</summary>
    public static bool IsDescribed(string text) => text.EnumerateRunes().Any(IsEnclosed) || Description().IsMatch(text);

    private static bool IsIdeographic(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3040 and <= 0x318F) or (>= 0x31A0 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Enclosed CJK letters and CJK compatibility, where the markers come from.</summary>
    private static bool IsEnclosed(Rune rune) => rune.Value is >= 0x3200 and <= 0x33FF;

    [GeneratedRegex(
        @"\b(CJK|Chinese|Japanese|Korean|hangul|kanji|kana)\b[^.]{0,40}\b(character|symbol|syllable|glyph|ideograph|letter)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Description();
}
