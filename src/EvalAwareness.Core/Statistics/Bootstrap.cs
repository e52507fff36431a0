using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Core.Statistics;

/// <summary>Percentile bootstrap over clusters: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, chapter 13.
/// Whole clusters are drawn, so that items within one may depend on each other.</summary>
public static class Bootstrap
{
    /// <summary>Resamples behind every interval.</summary>
    public const int Resamples = 2000;

    public const string Method = "bootstrap_transcripts_95";

    /// <summary>Interval of <paramref name="statistic"/> over resampled clusters.</summary>
    /// <param name="clusters">Number of clusters, at least 1.</param>
    /// <param name="statistic">The statistic of a multiset of cluster indices; NaN where it is not defined.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Interval Percentile(int clusters, Func<int[], double> statistic, KeyedRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        return Percentile(() => Draw(clusters, random), statistic);
    }

    /// <summary>Interval of the mean of one value per cluster.</summary>
    public static Interval OfMean(IReadOnlyList<double> values, KeyedRandom random) =>
        Percentile(values.Count, drawn => drawn.Average(index => values[index]), random);

    /// <summary>Interval of the median of one value per cluster.</summary>
    public static Interval OfMedian(IReadOnlyList<double> values, KeyedRandom random) =>
        Percentile(values.Count, drawn => Quantile.Median(drawn.Select(index => values[index])), random);

    /// <summary>Interval of a mean over items, of which each cluster holds some.</summary>
    /// <param name="clusters">Sum and number of the items of each cluster.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Interval OfPooledMean(IReadOnlyList<(double Sum, int Count)> clusters, KeyedRandom random) =>
        Percentile(clusters.Count, drawn => PooledMean(drawn.Select(index => clusters[index])), random);

    /// <summary>Mean over all items of all clusters; NaN when there is none.</summary>
    public static double PooledMean(IEnumerable<(double Sum, int Count)> clusters)
    {
        var (sum, count) = (0.0, 0);
        foreach (var cluster in clusters)
        {
            sum += cluster.Sum;
            count += cluster.Count;
        }
        return count == 0 ? double.NaN : sum / count;
    }

    internal static Interval Percentile<TDraw>(Func<TDraw> draw, Func<TDraw, double> statistic)
    {
        var values = Enumerable.Range(0, Resamples).Select(_ => statistic(draw())).Where(double.IsFinite).Order().ToArray();
        return values.Length == 0
            ? new Interval(double.NaN, double.NaN, Method)
            : new Interval(Quantile.Of(values, 0.025), Quantile.Of(values, 0.975), Method);
    }

    internal static int[] Draw(int count, KeyedRandom random)
    {
        var drawn = new int[count];
        for (var index = 0; index < count; index++)
            drawn[index] = random.NextInt(count);
        return drawn;
    }
}
