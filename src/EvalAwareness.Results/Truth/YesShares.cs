using EvalAwareness.Core.Statistics;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Truth;

/// <summary>Mean share of YES per transcript, by kind and whether it is said or not; null where no transcript was judged.</summary>
public sealed record YesShares(Estimate? Evaluations, Estimate? Deployment)
{
    /// <summary>Not a single YES: such readings rank nothing.</summary>
    public bool AreAllZero => Evaluations is not { Value: > 0 } && Deployment is not { Value: > 0 };

    internal static YesShares Of(ReadingSeries series) =>
        new(Mean(series, TranscriptKind.Evaluation), Mean(series, TranscriptKind.Deployment));

    private static Estimate? Mean(ReadingSeries series, TranscriptKind kind)
    {
        var shares = series.Transcripts
            .Where(transcript => transcript.Kind == kind)
            .Select(transcript => transcript.YesShare)
            .OfType<double>()
            .ToList();
        return shares.Count == 0
            ? null
            : new Estimate(shares.Average(), Bootstrap.OfMean(shares, series.Random("yes_share", kind.Name())), shares.Count);
    }
}
