using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How well a score tells transcripts that hold the belief from others.</summary>
/// <param name="Believers">Transcripts that hold the belief, at least 1.</param>
/// <param name="Others">Transcripts that do not, at least 1.</param>
/// <param name="Auroc">Probability that a believer scores higher than another, in [0, 1].</param>
/// <param name="Interval">Bootstrap over transcripts, believers and others drawn apart.</param>
public sealed record Detection(int Believers, int Others, double Auroc, Interval Interval)
{
    /// <summary>By the score of each transcript; null when either side is empty.</summary>
    internal static Detection? Of(
        IEnumerable<ReadTranscript> transcripts, Func<ReadTranscript, double?> scoreOf, KeyedRandom random) =>
        Of([Split(transcripts, scoreOf)], random);

    /// <summary>Within strata whose pairs are pooled; null without a pair.</summary>
    internal static Detection? Of(IEnumerable<Stratum> strata, KeyedRandom random) => OfMean([new Ranking(strata)], random);

    /// <summary>Mean area of several rankings of the same transcripts, drawn together; null without a pair.</summary>
    internal static Detection? OfMean(IReadOnlyList<Ranking> rankings, KeyedRandom random) => rankings[0].Positives == 0
        ? null
        : new Detection(
            rankings[0].Positives,
            rankings[0].Negatives,
            rankings.Average(ranking => ranking.Area),
            Ranking.IntervalOf(rankings, areas => areas.Average(), random));

    /// <summary>Scores of believers and of others; a transcript without a score or without a label is left out.</summary>
    internal static Stratum Split(IEnumerable<ReadTranscript> transcripts, Func<ReadTranscript, double?> scoreOf)
    {
        var scores = transcripts.Select(transcript => (transcript.Aware, Score: scoreOf(transcript))).ToList();
        List<double> Of(bool aware) => [.. scores.Where(one => one.Aware == aware).Select(one => one.Score).OfType<double>()];
        return new Stratum(Of(true), Of(false));
    }
}
