namespace EvalAwareness.Results.Truth;

/// <summary>Detection within one dataset, whose transcripts differ in the belief and not in the scene.</summary>
public sealed record DatasetDetection(string Dataset, Detection Detection);
