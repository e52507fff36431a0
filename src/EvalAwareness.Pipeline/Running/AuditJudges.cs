using EvalAwareness.Core.Judging;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The judges of a run.</summary>
/// <param name="Explanations">Judges what activations were put into.</param>
/// <param name="Turns">Judges what the assistant said.</param>
public sealed record AuditJudges(IExplanationJudge Explanations, ITurnJudge Turns);
