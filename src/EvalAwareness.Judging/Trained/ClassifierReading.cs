using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Judging.Trained;

/// <summary>What a classifier made of a text, as a judgement.</summary>
internal static class ClassifierReading
{
    private const string Silence = "nothing";
    private const int LongestEvidence = 300;

    public static JudgeIdentity IdentityOf(ITextClassifier classifier) => new("classifier", classifier.Name, classifier.Sha256);

    /// <summary>The verdict of the highest probability, with the class as its reason and the probability of YES as its score.</summary>
    public static Judgement Of(ITextClassifier classifier, string text)
    {
        if (classifier.Classify(text) is not { } read)
            return Judgement.Unparsed("There is nothing to read in the text.");
        var likeliest = read.Likeliest;
        var evidence = likeliest.Name == Silence ? "" : text[read.Evidence];
        return Judgement.Of(read.Verdict, evidence[..Math.Min(evidence.Length, LongestEvidence)], likeliest.Name) with
        {
            Score = read.ProbabilityOf(Verdict.Yes),
        };
    }
}
