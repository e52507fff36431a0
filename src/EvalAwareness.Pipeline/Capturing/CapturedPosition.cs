using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Capturing;

/// <summary>One position of a block with the activation that stands for it.</summary>
/// <param name="Item">The transcript and its positions.</param>
/// <param name="Token">The token at the position.</param>
/// <param name="Activation">What is put into words: its own activation, or what stands in for it; null when failed, or when nothing is injected.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Problem">Why it failed; otherwise null.</param>
internal sealed record CapturedPosition(
    BlockItem Item, TranscriptToken Token, Activation? Activation, CaptureStatus Status, string? Problem)
{
    /// <summary>The activation at the position itself, in every arm: what the words are read back against.</summary>
    public Activation? Own { get; init; } = Activation;
}
