using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Judging.Trained;

/// <summary>Judges explanations by a classifier that was trained on labelled ones: no endpoint, and the same answer every time.</summary>
public sealed class ClassifierExplanationJudge(ITextClassifier classifier) : IExplanationJudge
{
    public JudgeIdentity Identity { get; } = ClassifierReading.IdentityOf(classifier);

    public Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(ClassifierReading.Of(classifier, question.Text));
    }
}
