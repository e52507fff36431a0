namespace EvalAwareness.Core.Statistics;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Method">How it was computed, as tables name it, such as <c>wilson_95</c>.</param>
public sealed record Interval(double Low, double High, string Method);
