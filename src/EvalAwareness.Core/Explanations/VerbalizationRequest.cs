namespace EvalAwareness.Core.Explanations;

/// <summary>An activation to put into words, and the key of the random numbers to do it with.</summary>
public sealed record VerbalizationRequest(SampleKey Key, float[] Vector);
