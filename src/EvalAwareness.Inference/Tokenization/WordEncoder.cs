using System.Collections.Concurrent;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Byte-level BPE of single words, each merged once and then remembered.</summary>
internal sealed class WordEncoder
{
    private const int LongestRemembered = 48;
    private const int MostRemembered = 200_000;

    private readonly BpeTokenizer _bpe;
    private readonly IReadOnlyDictionary<string, int>? _wholeWords;
    private readonly ConcurrentDictionary<string, int[]> _remembered = new();
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _count;

    /// <param name="wholeWordsFirst">A word that is itself in the vocabulary is not merged (<c>ignore_merges</c>).</param>
    public WordEncoder(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyList<string> merges, bool wholeWordsFirst)
    {
        _bpe = BpeTokenizer.Create(new BpeOptions(vocabulary) { Merges = merges, ByteLevel = true });
        _wholeWords = wholeWordsFirst ? vocabulary : null;
        _lookup = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int[] Encode(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var known))
            return known;
        var ids = Merge(word);
        if (word.Length <= LongestRemembered && _count < MostRemembered && _lookup.TryAdd(word, ids))
            Interlocked.Increment(ref _count);
        return ids;
    }

    private int[] Merge(ReadOnlySpan<char> word)
    {
        if (_wholeWords is not null && _wholeWords.TryGetValue(ByteAlphabet.Write(Encoding.UTF8.GetBytes(word.ToString())), out var whole))
            return [whole];
        return [.. _bpe.EncodeToIds(word, considerPreTokenization: false, considerNormalization: false)];
    }
}
