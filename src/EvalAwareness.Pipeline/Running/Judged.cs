using EvalAwareness.Core.Judging;

namespace EvalAwareness.Pipeline.Running;

/// <summary>A question and what came of it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The answer; unparsed when the judge failed, so that no question goes missing.</param>
/// <param name="Problem">Why the judge failed; otherwise null.</param>
internal sealed record Judged(JudgeQuestion Question, Judgement Answer, string? Problem);
