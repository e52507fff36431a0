using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class SpearmanTests
{
    /// <summary>Mid-ranks 1.5, 1.5, 3.5, 3.5 and 1, 2.5, 2.5, 4: covariance 3 over the root of 4 x 4.5.</summary>
    [Fact]
    public void Ties_share_a_rank() =>
        Assert.Equal(3 / Math.Sqrt(18), Spearman.Of([[(0, 0.1), (0, 0.2)], [(1, 0.2), (1, 0.9)]]), 12);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Any_curve_that_only_rises_or_only_falls_is_perfect(int sign) =>
        Assert.Equal(sign, Spearman.Of([[(1, sign * 1.0), (2, sign * 8.0)], [(3, sign * 27.0)]]), 12);

    [Fact]
    public void A_side_with_one_value_has_no_correlation() => Assert.True(double.IsNaN(Spearman.Of([[(1, 0.2), (1, 0.5)]])));

    /// <summary>Fisher's z with 98 items of their own: the correlation of 0.6 is known to about 0.45 to 0.72.</summary>
    [Fact]
    public void The_interval_is_close_to_that_of_Fisher()
    {
        var random = new KeyedRandom(1, "pairs");
        var clusters = Enumerable.Range(0, 98).Select(_ => Pair(random)).ToList();
        var correlation = Spearman.Of(clusters);

        var interval = Spearman.IntervalOf(clusters, new KeyedRandom(1, "spearman"));

        var (z, half) = (Math.Atanh(correlation), 1.96 / Math.Sqrt(95));
        Assert.InRange(interval.Low, Math.Tanh(z - half) - 0.07, Math.Tanh(z - half) + 0.07);
        Assert.InRange(interval.High, Math.Tanh(z + half) - 0.07, Math.Tanh(z + half) + 0.07);
    }

    [Fact]
    public void Items_that_repeat_within_a_cluster_do_not_narrow_the_interval()
    {
        var random = new KeyedRandom(2, "pairs");
        var once = Enumerable.Range(0, 30).Select(_ => Pair(random)).ToList();
        var often = once.Select(pairs => (IReadOnlyList<(double, double)>)[.. pairs, .. pairs, .. pairs]).ToList();

        var (alone, repeated) = (Interval(once), Interval(often));

        Assert.Equal(alone.Low, repeated.Low, 9);
        Assert.Equal(alone.High, repeated.High, 9);
    }

    private static Interval Interval(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters) =>
        Spearman.IntervalOf(clusters, new KeyedRandom(1, "repeated"));

    /// <summary>Two normal values that share 60 % of their variance.</summary>
    private static IReadOnlyList<(double X, double Y)> Pair(KeyedRandom random)
    {
        var shared = random.NextGaussian();
        double Value() => Math.Sqrt(0.6) * shared + Math.Sqrt(0.4) * random.NextGaussian();
        return [(Value(), Value())];
    }
}
