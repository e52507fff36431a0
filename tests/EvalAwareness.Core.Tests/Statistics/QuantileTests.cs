using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2)]
    [InlineData(new[] { 10.0, 2.0, 1.0, 3.0 }, 2.5)]
    public void The_median_stands_in_the_middle(double[] values, double expected) => Assert.Equal(expected, Quantile.Median(values), 12);

    // R: quantile(1:4, c(0, 0.25, 0.9, 1)).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4)]
    public void Between_order_statistics_it_is_interpolated(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Of([1, 2, 3, 4], probability), 12);

    /// <summary>The binomial interval of the median of 100 values stands at the 40th and the 61st.</summary>
    [Fact]
    public void The_interval_of_a_median_is_close_to_the_binomial_one()
    {
        double[] values = [.. Enumerable.Range(1, 100)];

        var interval = Bootstrap.OfMedian(values, new KeyedRandom(1, "median"));

        Assert.InRange(interval.Low, 38, 43);
        Assert.InRange(interval.High, 58, 63);
    }
}
