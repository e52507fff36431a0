using System.Runtime.InteropServices;

namespace EvalAwareness.Training.Tokenization;

/// <summary>How often each pair of neighbours occurs in the corpus, kept up to date while words are merged.</summary>
internal sealed class PairTable(IReadOnlyList<string> tokens)
{
    private readonly Dictionary<SymbolPair, long> _counts = [];
    private readonly Dictionary<SymbolPair, List<int>> _words = [];
    private readonly PriorityQueue<SymbolPair, (long Count, SymbolPair Pair)> _queue = new(new BestFirst(tokens));

    /// <summary>Counts a new occurrence, or with a negative number takes one back.</summary>
    public void Add(SymbolPair pair, long count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, pair, out _) += count;

    /// <summary>Notes that a word now contains the pair; naming it twice does no harm.</summary>
    public void Locate(SymbolPair pair, int word)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, pair, out _);
        (words ??= []).Add(word);
    }

    public void Offer(SymbolPair pair) => _queue.Enqueue(pair, (_counts[pair], pair));

    /// <summary>Takes out the words in which the pair may occur.</summary>
    public IEnumerable<int> TakeWords(SymbolPair pair) => _words.Remove(pair, out var words) ? words.Distinct() : [];

    /// <summary>The pair that occurs most often, at least twice; null when there is none.</summary>
    public SymbolPair? TakeBest()
    {
        while (_queue.TryDequeue(out var pair, out var offered))
        {
            var count = _counts[pair];
            if (count == offered.Count)
                return count > 1 ? pair : null;
            // Merges of other pairs took occurrences away since it was offered.
            if (count > 1)
                Offer(pair);
        }
        return null;
    }

    // Ties go to the pair whose tokens come first in ordinal order, so that training is deterministic.
    private sealed class BestFirst(IReadOnlyList<string> tokens) : IComparer<(long Count, SymbolPair Pair)>
    {
        public int Compare((long Count, SymbolPair Pair) x, (long Count, SymbolPair Pair) y)
        {
            var byCount = y.Count.CompareTo(x.Count);
            if (byCount != 0)
                return byCount;
            var byLeft = string.CompareOrdinal(tokens[x.Pair.Left], tokens[y.Pair.Left]);
            return byLeft != 0 ? byLeft : string.CompareOrdinal(tokens[x.Pair.Right], tokens[y.Pair.Right]);
        }
    }
}
