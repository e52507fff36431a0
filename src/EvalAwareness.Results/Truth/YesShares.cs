using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Truth;

/// <summary>Mean share of YES explanations per transcript, by kind; null where no transcript was judged.</summary>
public sealed record YesShares(Estimate? Evaluations, Estimate? Deployment)
{
    internal static YesShares Of(IReadOnlyList<LabelledTranscript> transcripts, string condition) => new(
        Mean(transcripts, TranscriptKind.Evaluation, condition), Mean(transcripts, TranscriptKind.Deployment, condition));

    private static Estimate? Mean(IEnumerable<LabelledTranscript> transcripts, TranscriptKind kind, string condition)
    {
        var shares = transcripts.Where(transcript => transcript.Kind == kind).Select(transcript => transcript.YesShare).OfType<double>().ToList();
        if (shares.Count == 0) return null;
        var random = new KeyedRandom(0, "truth", condition, "yes_share", kind.Name());
        return new Estimate(shares.Average(), Bootstrap.OfMean(shares, random), shares.Count);
    }
}
