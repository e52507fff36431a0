using EvalAwareness.Core.Explanations;
using EvalAwareness.Pipeline.Capturing;

namespace EvalAwareness.Pipeline.Explaining;

/// <summary>One sample at one position: what the verbalizer wrote and how well it reads back.</summary>
/// <param name="Key">Which sample.</param>
/// <param name="Position">The position whose activation it puts into words.</param>
/// <param name="Explanation">What was sampled; null when the position was filtered or something failed.</param>
/// <param name="Fidelity">How well a closed explanation reads back; null when it was not scored.</param>
/// <param name="Problem">Why sampling failed; otherwise null.</param>
/// <param name="ScoreProblem">Why scoring failed; otherwise null.</param>
internal sealed record Sampled(
    SampleKey Key, CapturedPosition Position, Explanation? Explanation, Fidelity? Fidelity = null,
    string? Problem = null, string? ScoreProblem = null)
{
    public bool IsClosed => Explanation?.Status == ClosingStatus.Closed;
}
