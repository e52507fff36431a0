using EvalAwareness.Core.Judging;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The judges of a run.</summary>
/// <param name="Explanations">Judges what activations were put into.</param>
/// <param name="Turns">Judges what the assistant said.</param>
/// <param name="Activations">Judges the same activations without words; null leaves this reference out.</param>
public sealed record AuditJudges(IExplanationJudge Explanations, ITurnJudge Turns, IActivationJudge? Activations = null);
