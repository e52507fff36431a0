using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Positions of one transcript within a block.</summary>
/// <param name="Planned">The transcript.</param>
/// <param name="Tokens">The tokens to read, by ascending position.</param>
/// <param name="IsFirst">Whether these are the first of the transcript's positions under the block's condition.</param>
public sealed record BlockItem(PlannedTranscript Planned, IReadOnlyList<TranscriptToken> Tokens, bool IsFirst)
{
    public Transcript Transcript => Planned.Transcript;

    /// <summary>What the target model computes for this item: nothing past the last position.</summary>
    public CaptureRequest ToCaptureRequest() =>
        new(Transcript.Id, [.. Planned.TokenIds!.Take(Tokens[^1].Position + 1)], [.. Tokens.Select(token => token.Position)]);
}
