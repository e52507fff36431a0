namespace EvalAwareness.Training.Tokenization;

/// <summary>The distinct words of a corpus as token ids, merged pair by pair.</summary>
internal sealed class MergingCorpus
{
    private readonly List<(int[] Symbols, long Count)> _words;
    private readonly HashSet<int> _closed = [];
    private readonly PairTable _pairs;

    public MergingCorpus(IEnumerable<(int[] Symbols, long Count)> words, IReadOnlyList<string> tokens)
    {
        _words = [.. words];
        _pairs = new PairTable(tokens);
        var found = new HashSet<SymbolPair>();
        for (var word = 0; word < _words.Count; word++)
        {
            Count(word, sign: 1);
            foreach (var pair in Pairs(_words[word].Symbols))
            {
                _pairs.Locate(pair, word);
                found.Add(pair);
            }
        }
        OfferAll(found);
    }

    /// <summary>Keeps a token out of every later pair.</summary>
    public void Close(int symbol) => _closed.Add(symbol);

    /// <summary>The most frequent pair of tokens that are not closed; null when no pair occurs twice.</summary>
    public SymbolPair? TakeBest()
    {
        while (_pairs.TakeBest() is { } pair)
        {
            if (!_closed.Contains(pair.Left) && !_closed.Contains(pair.Right))
                return pair;
        }
        return null;
    }

    /// <summary>Replaces the pair by one new symbol everywhere.</summary>
    public void Merge(SymbolPair pair, int merged)
    {
        var changed = new HashSet<SymbolPair>();
        foreach (var word in _pairs.TakeWords(pair))
        {
            Count(word, sign: -1);
            _words[word] = _words[word] with { Symbols = pair.Replace(_words[word].Symbols, merged) };
            Count(word, sign: 1);
            foreach (var made in Pairs(_words[word].Symbols).Where(made => made.Left == merged || made.Right == merged))
            {
                _pairs.Locate(made, word);
                changed.Add(made);
            }
        }
        OfferAll(changed);
    }

    private static IEnumerable<SymbolPair> Pairs(int[] symbols)
    {
        for (var i = 0; i + 1 < symbols.Length; i++)
            yield return new SymbolPair(symbols[i], symbols[i + 1]);
    }

    private void Count(int word, int sign)
    {
        foreach (var pair in Pairs(_words[word].Symbols))
            _pairs.Add(pair, sign * _words[word].Count);
    }

    private void OfferAll(IEnumerable<SymbolPair> pairs)
    {
        foreach (var pair in pairs)
            _pairs.Offer(pair);
    }
}
