using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How far the words get from chance towards what a linear probe finds in the same activations:
/// (AUROC - 0.5) / (AUROC of the probe - 0.5), on transcripts that both have read. 1 is as far as the probe.</summary>
/// <param name="Condition">The condition of the explanations.</param>
/// <param name="All">Null without believers or without others.</param>
/// <param name="SameCues">Among transcripts with the same number of cues; null without a pair.</param>
public sealed record ProbeComparison(string Condition, Estimate? All, Estimate? SameCues)
{
    internal static ProbeComparison Of(ReadingSeries words, ReadingSeries probe)
    {
        var probeShares = probe.Quiet.ToDictionary(transcript => transcript.Id, transcript => transcript.YesShare);
        var both = words.Quiet
            .Where(transcript => transcript.YesShare is not null && probeShares.GetValueOrDefault(transcript.Id) is not null)
            .ToList();
        double? ShareOfProbe(ReadTranscript transcript) => probeShares[transcript.Id];
        return new ProbeComparison(
            words.Condition,
            Compare([Detection.Split(both, OfWords)], [Detection.Split(both, ShareOfProbe)], words, "all"),
            Compare(Detections.CueStrata(both, OfWords), Detections.CueStrata(both, ShareOfProbe), words, "same_cues"));
    }

    private static double? OfWords(ReadTranscript transcript) => transcript.YesShare;

    private static Estimate? Compare(IEnumerable<Stratum> words, IEnumerable<Stratum> probe, ReadingSeries series, string subset)
    {
        Ranking[] rankings = [new(words), new(probe)];
        if (rankings[0].Positives == 0) return null;
        return new Estimate(
            Ratio([.. rankings.Select(ranking => ranking.Area)]),
            Ranking.IntervalOf(rankings, Ratio, series.Random("towards_probe", subset)),
            rankings[0].Positives + rankings[0].Negatives);
    }

    /// <summary>Not defined for a probe that is no better than chance.</summary>
    private static double Ratio(IReadOnlyList<double> areas) => areas[1] > 0.5 ? (areas[0] - 0.5) / (areas[1] - 0.5) : double.NaN;
}
