namespace EvalAwareness.Core.Statistics;

/// <summary>Scores of items that are ranked against each other and against no others; one score per cluster.</summary>
/// <param name="Positives">Scores of the items that should rank higher.</param>
/// <param name="Negatives">Scores of the items that should rank lower.</param>
public sealed record Stratum(IReadOnlyList<double> Positives, IReadOnlyList<double> Negatives);
