using CsCheck;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class RankingTests
{
    private static readonly Stratum One = new([0.9], [0.1, 0.95]);
    private static readonly Stratum Two = new([0.3, 0.5], [0.3]);

    /// <summary>The first stratum wins 1 of 2 pairs, the second 1.5 of 2; ranked together it would be 5.5 of 9.</summary>
    [Fact]
    public void Pairs_are_pooled_over_strata_and_never_cross_them()
    {
        var ranking = new Ranking([One, Two]);

        Assert.Equal(2.5 / 4, ranking.Area, 12);
        Assert.Equal((3, 3), (ranking.Positives, ranking.Negatives));
    }

    [Fact]
    public void A_stratum_without_a_pair_counts_for_nothing()
    {
        var ranking = new Ranking([One, new Stratum([0.5], []), new Stratum([], [0.5])]);

        Assert.Equal((0.5, 1, 2), (ranking.Area, ranking.Positives, ranking.Negatives));
        Assert.True(double.IsNaN(new Ranking([new Stratum([0.5], [])]).Area));
    }

    [Fact]
    public void A_single_stratum_gives_the_area_under_the_curve() =>
        Gen.Select(Scores, Scores).Sample((positives, negatives) =>
            Math.Abs(new Ranking(positives, negatives).Area - Auroc.Of(positives, negatives)) < 1e-9);

    [Fact]
    public void Rankings_of_the_same_items_are_drawn_together()
    {
        var (ranking, half) = (new Ranking([One, Two]), new Ranking([One, Two]));

        var interval = Ranking.IntervalOf([ranking, half], areas => areas[0] - areas[1], new KeyedRandom(1, "together"));

        Assert.Equal(new Interval(0, 0, Bootstrap.Method), interval);
    }

    [Fact]
    public void The_interval_holds_the_area_and_is_wider_than_a_point()
    {
        var ranking = new Ranking([One, Two]);

        var interval = ranking.IntervalOf(new KeyedRandom(1, "ranking"));

        Assert.InRange(ranking.Area, interval.Low, interval.High);
        Assert.True(interval.High - interval.Low > 0.1);
    }

    private static readonly Gen<double[]> Scores = Gen.Int[0, 10].Select(step => step / 10.0).Array[1, 40];
}
