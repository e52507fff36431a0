namespace EvalAwareness.Core.Statistics;

/// <summary>Order statistics: definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361-365.</summary>
public static class Quantile
{
    public static double Median(IEnumerable<double> values) => Of([.. values.Order()], 0.5);

    /// <summary>Linear interpolation between order statistics.</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="probability">In [0, 1].</param>
    public static double Of(IReadOnlyList<double> sorted, double probability)
    {
        var rank = probability * (sorted.Count - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
