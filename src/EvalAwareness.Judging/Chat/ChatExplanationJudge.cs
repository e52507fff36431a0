using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Chat;

/// <summary>A chat model that judges explanations.</summary>
internal sealed class ChatExplanationJudge(ChatExaminer examiner, JudgeIdentity identity) : IExplanationJudge
{
    public JudgeIdentity Identity => identity;

    public Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop) => string.IsNullOrWhiteSpace(question.Text)
        ? Task.FromResult(Judgement.Unparsed("The explanation is empty."))
        : examiner.AskAsync(ChatQuestion.About(question), identity, stop);
}
