using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Trained;

/// <summary>Judges by a classifier what an assistant turn says, in reasoning, text and arguments; never the context.</summary>
public sealed class ClassifierTurnJudge(ITextClassifier classifier) : ITurnJudge
{
    public JudgeIdentity Identity { get; } = ClassifierReading.IdentityOf(classifier);

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (turn.Role != Role.Assistant)
            throw new ArgumentException("Only an assistant turn can be judged.", nameof(turn));
        var words = SpokenWords.In(turn);
        return Task.FromResult(string.IsNullOrWhiteSpace(words)
            ? Judgement.Of(Verdict.No, "", "nothing is said")
            : ClassifierReading.Of(classifier, words));
    }
}
