namespace EvalAwareness.Training.Summaries;

/// <summary>What became of the summaries.</summary>
/// <param name="Wanted">Activations of the warm start.</param>
/// <param name="Kept">Of these, with a summary that can be learned from.</param>
/// <param name="Dropped">Of these, whose summary cannot, by reason.</param>
/// <param name="Unmatched">Summaries of other activations.</param>
/// <param name="Malformed">Lines that are no summary.</param>
public sealed record SummaryCounts(int Wanted, int Kept, IReadOnlyDictionary<string, int> Dropped, int Unmatched, int Malformed)
{
    public int Missing => Wanted - Kept - Dropped.Values.Sum();
}
