using CsCheck;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Statistics;

public sealed class ExactTestTests
{
    [Theory]
    // Fisher's tea tasting, 34/70 (Agresti, Categorical Data Analysis).
    [InlineData(3, 4, 1, 4, 34.0 / 70)]
    // The example of SciPy's fisher_exact, printed there as 0.0350: tables of weight 270, 120 and 10 out of C(16, 9) = 11440.
    [InlineData(8, 10, 1, 6, 400.0 / 11440)]
    // Both margins degenerate: one table only.
    [InlineData(0, 20, 0, 20, 1)]
    // All against none: 2 / C(20, 10).
    [InlineData(10, 10, 0, 10, 2.0 / 184756)]
    public void Fisher_gives_known_values(int yes, int n, int otherYes, int otherN, double expected) =>
        Assert.Equal(expected, FisherExact.TwoSided(yes, n, otherYes, otherN), 9);

    [Fact]
    public void Fisher_does_not_depend_on_which_group_is_called_first() =>
        (from n in Gen.Int[1, 60]
         from otherN in Gen.Int[1, 60]
         from yes in Gen.Int[0, n]
         from otherYes in Gen.Int[0, otherN]
         select (yes, n, otherYes, otherN))
        .Sample(table => Math.Abs(
            FisherExact.TwoSided(table.yes, table.n, table.otherYes, table.otherN)
            - FisherExact.TwoSided(table.otherYes, table.otherN, table.yes, table.n)) < 1e-9);

    [Theory]
    // Twice the binomial tail: 2 (1 + 10 + 45) / 2^10.
    [InlineData(2, 8, 112.0 / 1024)]
    [InlineData(0, 6, 2.0 / 64)]
    [InlineData(4, 4, 1)]
    [InlineData(0, 0, 1)]
    public void McNemar_is_twice_the_smaller_tail_of_a_fair_coin(int firstOnly, int secondOnly, double expected)
    {
        Assert.Equal(expected, McNemarExact.TwoSided(firstOnly, secondOnly), 12);
        Assert.Equal(expected, McNemarExact.TwoSided(secondOnly, firstOnly), 12);
    }
}
