namespace EvalAwareness.Core.Statistics;

/// <summary>One point of a receiver operating characteristic.</summary>
/// <param name="FalsePositiveRate">Share of negatives at or above the threshold.</param>
/// <param name="TruePositiveRate">Share of positives at or above the threshold.</param>
public sealed record RocPoint(double FalsePositiveRate, double TruePositiveRate);
