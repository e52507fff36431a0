namespace EvalAwareness.Core.Judging;

/// <summary>Decides whether an explanation says that the model believes it is being evaluated. Sees the question alone.</summary>
public interface IExplanationJudge
{
    JudgeIdentity Identity { get; }

    Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop);
}
