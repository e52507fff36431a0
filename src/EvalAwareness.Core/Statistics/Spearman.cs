using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Core.Statistics;

/// <summary>Spearman's rank correlation: Pearson's of the mid-ranks, so that ties share a rank
/// (M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 5th edition, chapter 3).</summary>
public static class Spearman
{
    /// <summary>Correlation over all items of all clusters; NaN when either side has only one value.</summary>
    public static double Of(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters) =>
        new RankedPairs(clusters).Correlation([.. Enumerable.Repeat(1, clusters.Count)]);

    /// <summary>Percentile bootstrap interval over clusters; every resample is ranked anew.</summary>
    public static Interval IntervalOf(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters, KeyedRandom random)
    {
        var pairs = new RankedPairs(clusters);
        return Bootstrap.Percentile(clusters.Count, drawn => pairs.Correlation(TimesDrawn(drawn)), random);
    }

    private static int[] TimesDrawn(int[] drawn)
    {
        var times = new int[drawn.Length];
        foreach (var cluster in drawn) times[cluster]++;
        return times;
    }
}
