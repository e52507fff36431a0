namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>Symbols of a word, linked so that two neighbours become one in constant time.</summary>
internal sealed class SymbolChain
{
    private readonly TokenSpan[] _symbols;
    private readonly int[] _previous;
    private readonly int[] _next;

    public SymbolChain(List<TokenSpan> symbols)
    {
        _symbols = [.. symbols];
        _previous = [.. Enumerable.Range(-1, symbols.Count)];
        _next = [.. Enumerable.Range(1, symbols.Count)];
    }

    /// <summary>Whether the symbol at a position has not been merged into the one before it.</summary>
    public bool Has(int position) => _next[position] > position;

    public int IdAt(int position) => _symbols[position].Id;

    public int? Previous(int position) => _previous[position] is >= 0 and var previous ? previous : null;

    public int? Next(int position) => _next[position] < _symbols.Length ? _next[position] : null;

    public void MergeWithNext(int position, int id)
    {
        var next = _next[position];
        _symbols[position] = new TokenSpan(id, _symbols[position].Start, _symbols[next].End);
        _next[position] = _next[next];
        if (_next[next] < _symbols.Length)
            _previous[_next[next]] = position;
        _next[next] = -1;
    }

    public TokenSpan[] Remaining() => [.. _symbols.Where((_, position) => Has(position))];
}
