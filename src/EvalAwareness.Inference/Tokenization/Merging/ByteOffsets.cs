namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>Walks the UTF-8 bytes of a text and says which characters a stretch of bytes touches.</summary>
/// <param name="text">Valid UTF-16.</param>
internal ref struct ByteOffsets(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _character;
    private int _bytesIntoCharacter;

    /// <summary>Moves on by <paramref name="bytes"/> and returns the whole characters they lie in.</summary>
    public TextRange Take(int bytes)
    {
        var start = _character;
        var end = start;
        while (bytes > 0)
        {
            var (width, length) = Measure(_character);
            end = _character + width;
            var taken = Math.Min(bytes, length - _bytesIntoCharacter);
            bytes -= taken;
            _bytesIntoCharacter += taken;
            if (_bytesIntoCharacter == length)
                (_character, _bytesIntoCharacter) = (end, 0);
        }
        return new TextRange(start, end);
    }

    private readonly (int Width, int Bytes) Measure(int at) => _text[at] switch
    {
        < '\u0080' => (1, 1),
        < '\u0800' => (1, 2),
        >= '\uD800' and <= '\uDFFF' => (2, 4),
        _ => (1, 3),
    };
}
