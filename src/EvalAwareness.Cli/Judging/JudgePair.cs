using EvalAwareness.Core.Judging;

namespace EvalAwareness.Cli.Judging;

/// <summary>The judge of the settings, in both of its tasks.</summary>
/// <param name="Explanations">Judges explanations.</param>
/// <param name="Turns">Judges what an assistant said.</param>
/// <param name="Owned">What they ask; null for a judge that asks nobody.</param>
internal sealed record JudgePair(IExplanationJudge Explanations, ITurnJudge Turns, IDisposable? Owned = null) : IDisposable
{
    public void Dispose() => Owned?.Dispose();
}
