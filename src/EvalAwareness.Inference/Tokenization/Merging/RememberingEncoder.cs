using System.Collections.Concurrent;

namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>Encodes each short word once and then remembers it. Thread-safe.</summary>
internal sealed class RememberingEncoder : IWordEncoder
{
    private const int LongestRemembered = 48;
    private const int MostRemembered = 200_000;

    private readonly IWordEncoder _encoder;
    private readonly ConcurrentDictionary<string, TokenSpan[]>.AlternateLookup<ReadOnlySpan<char>> _remembered;
    private int _count;

    public RememberingEncoder(IWordEncoder encoder)
    {
        _encoder = encoder;
        _remembered = new ConcurrentDictionary<string, TokenSpan[]>().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public TokenSpan[] Encode(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestRemembered)
            return _encoder.Encode(word);
        if (_remembered.TryGetValue(word, out var known))
            return known;
        var tokens = _encoder.Encode(word);
        if (_count < MostRemembered && _remembered.TryAdd(word, tokens))
            Interlocked.Increment(ref _count);
        return tokens;
    }
}
