using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Judging;

/// <summary>Decides whether an assistant turn says that the model believes it is being evaluated.</summary>
public interface ITurnJudge
{
    JudgeIdentity Identity { get; }

    /// <param name="context">The messages before the turn; never themselves judged.</param>
    /// <param name="turn">The assistant message to judge: reasoning, text and tool calls.</param>
    /// <param name="stop">Cancels the call.</param>
    Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop);
}
