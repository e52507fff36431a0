using CsCheck;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class ProportionTests
{
    [Theory]
    // Published Wilson intervals of a realism judge (87 of 100) and of a control (2 of 50), to the digits printed there.
    [InlineData(87, 100, 0.790, 0.922)]
    [InlineData(2, 50, 0.011, 0.135)]
    // At the edges the formula reduces to z² / (n + z²) and its mirror image, with z² = 3.8415.
    [InlineData(0, 10, 0, 0.278)]
    [InlineData(10, 10, 0.722, 1)]
    public void Wilson_gives_the_published_intervals(int successes, int trials, double low, double high)
    {
        var interval = Proportion.Wilson(successes, trials);

        Assert.Equal(low, interval.Low, 3);
        Assert.Equal(high, interval.High, 3);
        Assert.Equal("wilson_95", interval.Method);
    }

    [Fact]
    public void Wilson_holds_the_observed_share_and_stays_inside_zero_and_one() =>
        Trials.Sample(trial =>
        {
            var interval = Proportion.Wilson(trial.Successes, trial.Count);
            var share = (double)trial.Successes / trial.Count;
            return interval.Low >= 0 && interval.High <= 1 && interval.Low <= share && share <= interval.High;
        });

    [Fact]
    public void Wilson_of_the_failures_is_the_mirror_image() =>
        Trials.Sample(trial =>
        {
            var yes = Proportion.Wilson(trial.Successes, trial.Count);
            var no = Proportion.Wilson(trial.Count - trial.Successes, trial.Count);
            return Math.Abs(yes.Low - (1 - no.High)) < 1e-12 && Math.Abs(yes.High - (1 - no.Low)) < 1e-12;
        });

    [Fact]
    public void No_trials_have_no_interval() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(0, 0));

    private static readonly Gen<(int Successes, int Count)> Trials =
        from count in Gen.Int[1, 2000]
        from successes in Gen.Int[0, count]
        select (successes, count);
}
