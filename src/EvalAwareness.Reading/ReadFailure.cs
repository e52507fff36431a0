namespace EvalAwareness.Reading;

/// <summary>Something of a file that could not be read.</summary>
/// <param name="Dataset">The dataset it belongs to.</param>
/// <param name="Source">File and place.</param>
/// <param name="TranscriptId">The transcript it is missing from; null when there is none.</param>
/// <param name="Message">Why.</param>
public sealed record ReadFailure(string Dataset, string Source, string? TranscriptId, string Message);
