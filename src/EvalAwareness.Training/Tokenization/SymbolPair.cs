namespace EvalAwareness.Training.Tokenization;

/// <summary>Two neighbouring token ids.</summary>
internal readonly record struct SymbolPair(int Left, int Right)
{
    /// <summary>The symbols of a word with every occurrence of the pair, from the left, replaced by one symbol.</summary>
    public int[] Replace(int[] symbols, int merged)
    {
        var result = new List<int>(symbols.Length);
        for (var i = 0; i < symbols.Length; i++)
        {
            var found = i + 1 < symbols.Length && symbols[i] == Left && symbols[i + 1] == Right;
            result.Add(found ? merged : symbols[i]);
            i += found ? 1 : 0;
        }
        return [.. result];
    }
}
