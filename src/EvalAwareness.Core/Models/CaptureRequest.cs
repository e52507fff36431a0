namespace EvalAwareness.Core.Models;

/// <summary>Positions to read in one token sequence.</summary>
/// <param name="TranscriptId">Where the tokens come from.</param>
/// <param name="TokenIds">The sequence from its start, at least up to the last position.</param>
/// <param name="Positions">Indices to read, ascending.</param>
public sealed record CaptureRequest(string TranscriptId, IReadOnlyList<int> TokenIds, IReadOnlyList<int> Positions);
