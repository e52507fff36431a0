namespace EvalAwareness.Core.Explanations;

/// <summary>An activation to put into words, and the key of the random numbers to do it with.</summary>
/// <param name="Key">Which sample.</param>
/// <param name="Vector">The activation, of width d; null leaves the marker as the prompt has it.</param>
public sealed record VerbalizationRequest(SampleKey Key, float[]? Vector);
