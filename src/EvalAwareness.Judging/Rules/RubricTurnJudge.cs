using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Rules;

/// <summary>Judges by rules what an assistant turn says outright, in reasoning, text and arguments; never the context.</summary>
public sealed class RubricTurnJudge : ITurnJudge
{
    private static readonly Rubric Rubric = new(TurnRules.All);

    public JudgeIdentity Identity => Rubric.Identity;

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (turn.Role != Role.Assistant)
            throw new ArgumentException("Only an assistant turn can be judged.", nameof(turn));
        return Task.FromResult(Rubric.Judge(SpokenWords.In(turn)));
    }
}
