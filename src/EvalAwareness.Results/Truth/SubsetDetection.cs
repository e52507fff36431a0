namespace EvalAwareness.Results.Truth;

/// <summary>Detection within transcripts that are alike in one respect.</summary>
/// <param name="Subset">The name of a dataset, or a number of cues such as <c>cues=2</c>.</param>
public sealed record SubsetDetection(string Subset, Detection Detection);
