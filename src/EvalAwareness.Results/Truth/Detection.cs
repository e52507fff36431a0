using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How well the share of YES explanations of a transcript tells believers from others.</summary>
/// <param name="Believers">Transcripts that hold the belief, at least 1.</param>
/// <param name="Others">Transcripts that do not, at least 1.</param>
/// <param name="Auroc">Area under <paramref name="Curve"/>, in [0, 1].</param>
/// <param name="Interval">Bootstrap over transcripts, believers and others drawn apart.</param>
/// <param name="Curve">From (0, 0) to (1, 1).</param>
public sealed record Detection(int Believers, int Others, double Auroc, Interval Interval, IReadOnlyList<RocPoint> Curve)
{
    /// <summary>Null when either side is empty.</summary>
    internal static Detection? Of(IReadOnlyList<LabelledTranscript> quiet, KeyedRandom random)
    {
        var (believers, others) = (Shares(quiet, aware: true), Shares(quiet, aware: false));
        if (believers.Count == 0 || others.Count == 0) return null;
        return new Detection(
            believers.Count,
            others.Count,
            Core.Statistics.Auroc.Of(believers, others),
            Core.Statistics.Auroc.IntervalOf(believers, others, random),
            Core.Statistics.Auroc.Curve(believers, others));
    }

    private static List<double> Shares(IEnumerable<LabelledTranscript> transcripts, bool aware) =>
        [.. transcripts.Where(transcript => transcript.Aware == aware).Select(transcript => transcript.YesShare).OfType<double>()];
}
