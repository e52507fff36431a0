namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>
/// Merges neighbours, the lowest rank first and of equal ranks the leftmost, until none is left to merge. Takes time
/// n log n, because a vocabulary that writes spaces as letters makes whole texts one word.
/// </summary>
internal sealed class SymbolMerger
{
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges;

    public SymbolMerger(IReadOnlyList<Merge> merges)
    {
        _merges = new(merges.Count);
        for (var rank = 0; rank < merges.Count; rank++)
            _merges.Add((merges[rank].Left, merges[rank].Right), (rank, merges[rank].Merged));
    }

    public TokenSpan[] Merge(List<TokenSpan> symbols)
    {
        var chain = new SymbolChain(symbols);
        var candidates = new PriorityQueue<int, (int Rank, int Position)>();
        for (var position = 0; position < symbols.Count; position++)
            Propose(chain, position, candidates);
        while (candidates.TryDequeue(out var position, out var proposed))
        {
            // What was proposed may have been merged away since.
            if (!chain.Has(position) || Find(chain, position) is not var (rank, merged) || rank != proposed.Rank)
                continue;
            chain.MergeWithNext(position, merged);
            Propose(chain, position, candidates);
            if (chain.Previous(position) is { } previous)
                Propose(chain, previous, candidates);
        }
        return chain.Remaining();
    }

    private void Propose(SymbolChain chain, int position, PriorityQueue<int, (int, int)> candidates)
    {
        if (Find(chain, position) is var (rank, _))
            candidates.Enqueue(position, (rank, position));
    }

    private (int Rank, int Merged)? Find(SymbolChain chain, int position) =>
        chain.Next(position) is { } next && _merges.TryGetValue((chain.IdAt(position), chain.IdAt(next)), out var merge) ? merge : null;
}
