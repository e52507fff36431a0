using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Rules;

/// <summary>Judges explanations by rules after the published grader's: no model, and the same answer every time.</summary>
public sealed class RubricExplanationJudge : IExplanationJudge
{
    private static readonly Rubric Rubric = new(ExplanationRules.All);

    public JudgeIdentity Identity => Rubric.Identity;

    public Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(string.IsNullOrWhiteSpace(question.Text)
            ? Judgement.Unparsed("The explanation is empty.")
            : Rubric.Judge(question.Text));
    }
}
