using CsCheck;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class KappaTests
{
    [Fact]
    public void Cohens_own_example_has_the_published_value()
    {
        // Cohen 1960, table 1, as counts of 200: observed 0.70, by chance 0.41, so 0.29 / 0.59.
        int[,] table = { { 88, 10, 2 }, { 14, 40, 6 }, { 18, 10, 12 } };

        Assert.Equal(0.4915, Kappa.Of(table), 4);
    }

    [Fact]
    public void The_interval_is_that_of_the_agreement_with_chance_held_fixed()
    {
        // 35 of 50 agree, half by chance; Wilson's interval of 0.7 at n = 50 is 0.5625 to 0.8089.
        int[,] table = { { 20, 5 }, { 10, 15 } };

        var interval = Kappa.IntervalOf(table);

        Assert.Equal(0.4, Kappa.Of(table), 12);
        Assert.Equal((0.125, 0.618), (Math.Round(interval.Low, 3), Math.Round(interval.High, 3)));
        Assert.Equal("kappa_wilson_95", interval.Method);
    }

    [Fact]
    public void Perfect_agreement_of_a_few_items_is_no_certainty()
    {
        int[,] table = { { 4, 0 }, { 0, 4 } };

        Assert.Equal(1, Kappa.Of(table));
        Assert.InRange(Kappa.IntervalOf(table).Low, 0.2, 0.5);
    }

    [Fact]
    public void A_reader_with_one_answer_has_none() => Tables.Sample(table =>
    {
        int[,] single = { { table[0, 0], table[0, 1] }, { 0, 0 } };
        return double.IsNaN(Kappa.Of(single)) && double.IsNaN(Kappa.IntervalOf(new int[2, 2]).Low);
    });

    [Fact]
    public void It_does_not_matter_who_reads_first_or_how_answers_are_ordered() => Tables.Sample(table =>
    {
        int[,] turned = new int[3, 3], reordered = new int[3, 3];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                turned[column, row] = table[row, column];
                reordered[2 - row, 2 - column] = table[row, column];
            }
        }

        return Same(Kappa.Of(table), Kappa.Of(turned)) && Same(Kappa.Of(table), Kappa.Of(reordered));
    });

    [Fact]
    public void The_interval_holds_the_value_and_nothing_is_above_one() => Tables.Sample(table =>
    {
        var (kappa, interval) = (Kappa.Of(table), Kappa.IntervalOf(table));
        return double.IsNaN(kappa) || (kappa is >= -1 and <= 1 && interval.Low <= kappa + 1e-12 && kappa - 1e-12 <= interval.High && interval.High <= 1 + 1e-12);
    });

    [Fact]
    public void The_interval_covers_the_true_value_about_as_often_as_it_says()
    {
        // Two readers of 120 texts, 30 % positive, who agree on nine in ten of both kinds: kappa 0.771 in the long run.
        var random = new KeyedRandom(3, "kappa");
        var covered = Enumerable.Range(0, 400).Count(_ =>
        {
            var table = new int[2, 2];
            for (var item = 0; item < 120; item++)
            {
                var first = random.NextBool(0.3) ? 1 : 0;
                table[first, random.NextBool(0.9) ? first : 1 - first]++;
            }

            return Kappa.IntervalOf(table) is var interval && interval.Low <= TrueKappa && TrueKappa <= interval.High;
        });

        // 95 % of 400 is 380; below 368 a 95 % interval would fall in fewer than one in two hundred such runs.
        Assert.InRange(covered, 368, 400);
    }

    /// <summary>Second margin 0.3 * 0.9 + 0.7 * 0.1 = 0.34, so chance is 0.3 * 0.34 + 0.7 * 0.66 = 0.564.</summary>
    private const double TrueKappa = (0.9 - 0.564) / (1 - 0.564);

    private static readonly Gen<int[,]> Tables = Gen.Int[0, 30].Array2D[3, 3].Where(table => table.Cast<int>().Sum() > 0);

    private static bool Same(double first, double second) => double.IsNaN(first) ? double.IsNaN(second) : Math.Abs(first - second) < 1e-12;
}
