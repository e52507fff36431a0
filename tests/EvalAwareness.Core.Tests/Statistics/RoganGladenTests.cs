using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class RoganGladenTests
{
    private static readonly double[] ThreeInTen = [.. Enumerable.Range(0, 100).Select(index => index % 10 < 3 ? 1.0 : 0)];

    [Theory]
    // (observed + specificity - 1) / (sensitivity + specificity - 1), by hand.
    [InlineData(0.30, 0.1429)]
    [InlineData(0.90, 1)]
    [InlineData(0.95, 1)]
    // Fewer YES than the judge's false alarms alone would give.
    [InlineData(0.20, 0)]
    [InlineData(0.10, 0)]
    public void The_rate_behind_an_observed_one(double observed, double corrected) =>
        Assert.Equal(corrected, Correction(sensitivity: (90, 100), specificity: (80, 100)).Of(observed), 4);

    [Fact]
    public void A_judge_that_never_erred_on_very_many_labels_changes_nothing()
    {
        var correction = Correction((1_000_000, 1_000_000), (1_000_000, 1_000_000));

        var interval = correction.IntervalOf(ThreeInTen, new KeyedRandom(1, "run"));
        var observed = Bootstrap.OfMean(ThreeInTen, new KeyedRandom(1, "run"));

        Assert.Equal(0.3, correction.Of(0.3), 12);
        Assert.Equal(observed.Low, interval.Low, 3);
        Assert.Equal(observed.High, interval.High, 3);
        Assert.Equal("bootstrap_transcripts_jeffreys_95", interval.Method);
    }

    [Fact]
    public void No_error_on_a_few_labels_still_leaves_doubt()
    {
        var few = Correction((5, 5), (5, 5)).IntervalOf(ThreeInTen, new KeyedRandom(1, "run"));
        var many = Correction((500, 500), (500, 500)).IntervalOf(ThreeInTen, new KeyedRandom(1, "run"));

        Assert.True(few.High - few.Low > 1.5 * (many.High - many.Low), $"{few} {many}");
    }

    [Fact]
    public void Errors_that_make_the_judge_say_nothing_leave_every_rate_possible()
    {
        var correction = Correction((5, 10), (5, 10));

        Assert.True(double.IsNaN(correction.Of(0.3)));
        Assert.Equal(new Interval(0, 1, RoganGladen.Method), correction.IntervalOf(ThreeInTen, new KeyedRandom(1, "run")));
    }

    [Fact]
    public void The_interval_covers_the_true_rate_about_as_often_as_it_says()
    {
        var random = new KeyedRandom(5, "coverage");
        var covered = Enumerable.Range(0, 60).Count(trial =>
        {
            var correction = Correction((Drawn(random, 80, 0.85), 80), (Drawn(random, 160, 0.95), 160));
            // 20 % hold the belief; the judge says YES to 0.2 * 0.85 + 0.8 * 0.05 of them.
            double[] shares = [.. Enumerable.Range(0, 150).Select(_ => random.NextBool(0.21) ? 1.0 : 0)];
            var interval = correction.IntervalOf(shares, new KeyedRandom((ulong)trial, "run"));
            return interval.Low <= 0.2 && 0.2 <= interval.High;
        });

        // 95 % of 60 is 57; fewer than 52 would happen in less than one of a hundred such runs.
        Assert.InRange(covered, 52, 60);
    }

    private static int Drawn(KeyedRandom random, int trials, double probability) =>
        Enumerable.Range(0, trials).Count(_ => random.NextBool(probability));

    private static RoganGladen Correction((int Count, int Of) sensitivity, (int Count, int Of) specificity) => new(
        new Fraction(sensitivity.Count, sensitivity.Of), new Fraction(specificity.Count, specificity.Of), new KeyedRandom(0, "errors"));
}
