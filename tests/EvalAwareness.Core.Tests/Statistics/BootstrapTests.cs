using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class BootstrapTests
{
    [Fact]
    public void The_interval_of_a_mean_is_close_to_the_normal_one()
    {
        // 0 and 1 in equal numbers, n = 400: standard error 0.025, so 0.451 to 0.549.
        double[] values = [.. Enumerable.Range(0, 400).Select(index => index % 2)];

        var interval = Bootstrap.OfMean(values, new KeyedRandom(1, "mean"));

        Assert.InRange(interval.Low, 0.44, 0.46);
        Assert.InRange(interval.High, 0.54, 0.56);
        Assert.Equal("bootstrap_transcripts_95", interval.Method);
    }

    [Fact]
    public void Items_that_repeat_within_a_cluster_do_not_narrow_the_interval()
    {
        (double, int)[] few = [.. Enumerable.Range(0, 40).Select(index => (index % 2 * 1.0, 1))];
        (double, int)[] many = [.. Enumerable.Range(0, 40).Select(index => (index % 2 * 50.0, 50))];

        var alone = Bootstrap.OfPooledMean(few, new KeyedRandom(1, "pooled"));
        var repeated = Bootstrap.OfPooledMean(many, new KeyedRandom(1, "pooled"));

        Assert.Equal(alone.Low, repeated.Low, 9);
        Assert.Equal(alone.High, repeated.High, 9);
    }

    [Fact]
    public void The_same_key_gives_the_same_interval() => Assert.Equal(
        Bootstrap.OfMean([1, 2, 3, 5], new KeyedRandom(7, "same")),
        Bootstrap.OfMean([1, 2, 3, 5], new KeyedRandom(7, "same")));
}
