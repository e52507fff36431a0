using CsCheck;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class AurocTests
{
    [Theory]
    // The four scores of scikit-learn's roc_auc_score example.
    [InlineData(new[] { 0.35, 0.8 }, new[] { 0.1, 0.4 }, 0.75)]
    [InlineData(new[] { 1.0 }, new[] { 1.0 }, 0.5)]
    [InlineData(new[] { 2.0, 3.0 }, new[] { 0.0, 1.0 }, 1)]
    [InlineData(new[] { 1.0, 0.5 }, new[] { 0.5, 0.0 }, 0.875)]
    public void Auroc_counts_the_pairs_ranked_rightly_and_ties_half(double[] positives, double[] negatives, double expected) =>
        Assert.Equal(expected, Auroc.Of(positives, negatives), 12);

    [Fact]
    public void Auroc_without_positives_is_not_a_number() => Assert.True(double.IsNaN(Auroc.Of([], [1.0])));

    [Fact]
    public void Auroc_is_the_area_under_its_curve() =>
        Gen.Select(Scores, Scores).Sample((positives, negatives) =>
            Math.Abs(Area(Auroc.Curve(positives, negatives)) - Auroc.Of(positives, negatives)) < 1e-9);

    [Fact]
    public void Swapping_the_classes_mirrors_the_area() =>
        Gen.Select(Scores, Scores).Sample((positives, negatives) =>
            Math.Abs(Auroc.Of(positives, negatives) + Auroc.Of(negatives, positives) - 1) < 1e-9);

    [Fact]
    public void The_curve_starts_at_nothing_and_ends_at_everything()
    {
        var curve = Auroc.Curve([0.4, 0.9], [0.1, 0.4]);

        Assert.Equal([new(0, 0), new(0, 0.5), new(0.5, 1), new(1, 1)], curve);
    }

    [Fact]
    public void The_interval_is_close_to_that_of_Hanley_and_McNeil()
    {
        // Fifty even scores against fifty shifted by 0.25: area 0.72. Their standard error is 0.0511, so the normal
        // interval is 0.62 to 0.82; the bootstrap may differ in the second digit.
        double[] negatives = [.. Enumerable.Range(0, 50).Select(index => index / 50.0)];
        double[] positives = [.. negatives.Select(score => score + 0.25)];

        var interval = Auroc.IntervalOf(positives, negatives, new KeyedRandom(1, "auroc"));

        Assert.Equal(0.72, Auroc.Of(positives, negatives), 2);
        Assert.InRange(interval.Low, 0.59, 0.65);
        Assert.InRange(interval.High, 0.78, 0.84);
    }

    private static readonly Gen<double[]> Scores = Gen.Int[0, 10].Select(step => step / 10.0).Array[1, 40];

    private static double Area(IReadOnlyList<RocPoint> curve) => curve.Zip(curve.Skip(1), (from, to) =>
        (to.FalsePositiveRate - from.FalsePositiveRate) * (to.TruePositiveRate + from.TruePositiveRate) / 2).Sum();
}
