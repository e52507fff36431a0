using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Calibration;

/// <summary>A judge of explanations and one of turns, under the name that a person gave them.</summary>
public sealed record NamedJudge(string Name, IExplanationJudge Explanations, ITurnJudge Turns);
