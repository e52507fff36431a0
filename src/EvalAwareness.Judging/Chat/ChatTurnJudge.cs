using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Chat;

/// <summary>A chat model that judges assistant turns.</summary>
/// <param name="examiner">Asks it.</param>
/// <param name="identity">Who answers.</param>
/// <param name="mostContext">Characters of the context that it is shown.</param>
internal sealed class ChatTurnJudge(ChatExaminer examiner, JudgeIdentity identity, int mostContext) : ITurnJudge
{
    public JudgeIdentity Identity => identity;

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop) => string.IsNullOrWhiteSpace(SpokenWords.In(turn))
        ? Task.FromResult(Judgement.Of(Verdict.No, "", "The turn has no words."))
        : examiner.AskAsync(ChatQuestion.About(context, turn, mostContext), identity, stop);
}
