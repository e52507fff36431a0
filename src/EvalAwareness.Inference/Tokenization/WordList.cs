namespace EvalAwareness.Inference.Tokenization;

/// <summary>Words as they come from a split, joined or dropped as its behavior asks.</summary>
internal sealed class WordList(SplitBehavior behavior, int capacity)
{
    private bool _lastIsMatch;

    public List<TextRange> Ranges { get; } = new(capacity);

    public void Add(TextRange range, bool isMatch)
    {
        if (range.Length == 0 || !isMatch && behavior == SplitBehavior.MatchesOnly)
            return;
        if (Ranges.Count > 0 && JoinsLast(isMatch))
            Ranges[^1] = Ranges[^1].Union(range);
        else
            Ranges.Add(range);
        _lastIsMatch = isMatch;
    }

    private bool JoinsLast(bool isMatch) => behavior switch
    {
        SplitBehavior.MergedWithPrevious => isMatch && !_lastIsMatch,
        SplitBehavior.MergedWithNext => !isMatch && _lastIsMatch,
        _ => false,
    };
}
