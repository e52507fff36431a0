using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Endpoints;

namespace EvalAwareness.Judging.Chat;

/// <summary>Tokens of questions that are not asked yet, estimated as <see cref="TokenEstimate"/> does.</summary>
public static class QuestionSize
{
    /// <param name="bytes">Of the explanation.</param>
    /// <param name="evaluation">What the judge is told.</param>
    public static long OfExplanation(long bytes, string? evaluation) =>
        TokenEstimate.Of(ChatRequestForm.ForVerdict(ChatQuestion.About(new ExplanationQuestion("", evaluation)))) + TokenEstimate.OfBytes(bytes);

    /// <param name="context">Messages before the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="mostContext">Characters of the context that are shown.</param>
    public static long OfTurn(IReadOnlyList<Message> context, Message turn, int mostContext) =>
        TokenEstimate.Of(ChatRequestForm.ForVerdict(ChatQuestion.About(context, turn, mostContext)));
}
