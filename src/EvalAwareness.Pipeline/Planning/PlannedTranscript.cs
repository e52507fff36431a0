using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>A transcript with the positions to read in it, or the reason why none are read.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="TokenIds">The tokens that the target model reads; null when it could not be tokenized.</param>
/// <param name="ResponseTokens">How many of them are response tokens.</param>
/// <param name="Choice">The positions.</param>
/// <param name="Problem">Why the transcript is quarantined; null when it is read.</param>
public sealed record PlannedTranscript(
    Transcript Transcript, IReadOnlyList<int>? TokenIds, int? ResponseTokens, PositionChoice Choice, string? Problem)
{
    public bool IsReadable => Problem is null;
}
