using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>A number with its 95 % interval.</summary>
/// <param name="Value">A mean or a share.</param>
/// <param name="Interval">Around the value; bootstrap intervals draw whole transcripts.</param>
/// <param name="Count">How many values it is taken over.</param>
public sealed record Estimate(double Value, Interval Interval, int Count);
