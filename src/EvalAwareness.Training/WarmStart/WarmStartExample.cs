namespace EvalAwareness.Training.WarmStart;

/// <summary>An activation and what a summary says of the text that led to it.</summary>
/// <param name="Vector">Raw output of block K, of width d.</param>
/// <param name="Summary">Written from the text up to that token; never from what the text does not say.</param>
public sealed record WarmStartExample(float[] Vector, string Summary);
