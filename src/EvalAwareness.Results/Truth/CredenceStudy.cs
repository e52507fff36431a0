using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>The readings of single positions, held against what an ideal reader of the text up to there would believe.</summary>
/// <param name="Bins">Lowest credence first; empty when no position has a known credence.</param>
/// <param name="Correlation">Spearman's, of the score of a reading with the credence, over positions; null where either never
/// varies.</param>
/// <param name="LeastBelievers">Share of YES among believers in the lowest bin; null without readings there.</param>
/// <param name="LeastOthers">The same among the others. Where believers have more, the readings tell what the text does not
/// show yet.</param>
public sealed record CredenceStudy(
    IReadOnlyList<CredenceBin> Bins, Estimate? Correlation, Estimate? LeastBelievers, Estimate? LeastOthers)
{
    /// <summary>Steps from one bin to the next at which the share of YES falls; 0 means that it never does.</summary>
    public int Falls => Bins.Zip(Bins.Skip(1)).Count(step => step.Second.YesShare.Value < step.First.YesShare.Value);

    internal static CredenceStudy Of(ReadingSeries series)
    {
        var bins = CredenceBin.Of(series);
        return new CredenceStudy(bins, Correlate(series), Least(series, bins, aware: true), Least(series, bins, aware: false));
    }

    private static Estimate? Correlate(ReadingSeries series)
    {
        var clusters = series.Quiet
            .Select(transcript => transcript.Readings
                .Where(reading => reading.Credence is not null)
                .Select(reading => (X: reading.Score, Y: reading.Credence!.Value))
                .ToList())
            .Where(pairs => pairs.Count > 0)
            .ToList();
        var correlation = Spearman.Of(clusters);
        return double.IsNaN(correlation)
            ? null
            : new Estimate(
                correlation, Spearman.IntervalOf(clusters, series.Random("spearman")), clusters.Sum(pairs => pairs.Count));
    }

    private static Estimate? Least(ReadingSeries series, IReadOnlyList<CredenceBin> bins, bool aware)
    {
        if (bins.Count == 0) return null;
        var clusters = series.Quiet
            .Where(transcript => transcript.Aware == aware)
            .Select(transcript => transcript.Readings.Where(reading => reading.Credence < bins[0].To).ToList())
            .Where(readings => readings.Count > 0)
            .Select(readings => (Sum: (double)readings.Count(reading => reading.IsYes), readings.Count))
            .ToList();
        return PooledMean.Of(clusters, series.Random("least_credence", aware ? "believers" : "others"));
    }
}
