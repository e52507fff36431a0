using System.Text;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>
/// A text in which each character beyond U+FFFF is one stand-in of the same general category. .NET regular expressions
/// see UTF-16 halves, which are in no category a split pattern names; the patterns are written for whole characters.
/// </summary>
internal sealed class SupplementaryFold
{
    // One character from U+0080 to U+FFFF for each UnicodeCategory, in the order of that enumeration.
    private const string StandIns =
        "\u00C0\u00E0\u01C5\u02B0\u00AA\u0300\u0903\u0488\u0660\u2160\u00B2\u00A0\u2028\u2029\u0085\u00AD\uFFFD\uE000"
        + "\u203F\u2013\u0F3A\u0F3B\u00AB\u00BB\u00A7\u00AC\u00A2\u00A8\u00A9\u0378";

    private readonly int[]? _origin;

    private SupplementaryFold(string text, int[]? origin) => (Text, _origin) = (text, origin);

    public string Text { get; }

    /// <summary>Where character <paramref name="index"/> of <see cref="Text"/> begins in the source.</summary>
    public int ToSource(int index) => _origin is null ? index : _origin[index];

    /// <param name="text">Valid UTF-16.</param>
    public static SupplementaryFold Of(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? new SupplementaryFold(text, null) : Fold(text);

    private static SupplementaryFold Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length + 1);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            origin.Add(at);
            folded.Append(rune.IsBmp ? (char)rune.Value : StandIns[(int)Rune.GetUnicodeCategory(rune)]);
            at += rune.Utf16SequenceLength;
        }
        origin.Add(at);
        return new SupplementaryFold(folded.ToString(), [.. origin]);
    }
}
