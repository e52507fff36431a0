using System.Buffers;

namespace EvalAwareness.Reading.Files;

/// <summary>
/// Mends what Python writes for numbers that are none, <c>NaN</c> and <c>Infinity</c>, which JSON does not know: they become empty text of the same
/// length, so that all around them is read, and nobody takes them for a number.
/// </summary>
internal sealed class PythonNumbers
{
    private static readonly SearchValues<byte> OutsideText = SearchValues.Create("\"NI"u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);

    private bool _isInText;

    /// <summary>Mends JSON in place, piece after piece.</summary>
    /// <param name="json">All that is still held of it.</param>
    /// <param name="from">How far it was mended before.</param>
    /// <returns>How far it is mended now; what a piece cuts in two is left for the next.</returns>
    public int Mend(Span<byte> json, int from)
    {
        while (json[from..].IndexOfAny(_isInText ? InText : OutsideText) is var step and >= 0)
        {
            var at = from + step;
            var length = json[at] switch
            {
                (byte)'"' => 1,
                (byte)'\\' => 2,
                (byte)'N' => LengthOf(json[at..], "NaN"u8),
                _ => LengthOf(json[at..], "Infinity"u8),
            };
            if (at + length > json.Length)
                return at;
            if (json[at] == '"')
                _isInText = !_isInText;
            else if (length > 2)
                Blank(json[(at > 0 && json[at - 1] == '-' ? at - 1 : at)..(at + length)]);
            from = at + length;
        }
        return json.Length;
    }

    private static int LengthOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> word) =>
        json[..Math.Min(json.Length, word.Length)].SequenceEqual(word[..Math.Min(json.Length, word.Length)]) ? word.Length : 1;

    private static void Blank(Span<byte> word)
    {
        word.Fill((byte)' ');
        word[0] = word[1] = (byte)'"';
    }
}
