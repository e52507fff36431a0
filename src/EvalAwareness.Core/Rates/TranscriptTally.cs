using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Rates;

/// <summary>The answers counted for one transcript under one condition.</summary>
/// <param name="Explanations">Counts over its explanations.</param>
/// <param name="Turns">Counts over its assistant turns; null where turns were not judged under this condition.</param>
public sealed record TranscriptTally(
    string TranscriptId, string Dataset, TranscriptKind Kind, string Condition, Tally Explanations, Tally? Turns)
{
    /// <summary>A label says that the assistant holds the belief.</summary>
    public bool IsKnownBeliever { get; init; }
}
