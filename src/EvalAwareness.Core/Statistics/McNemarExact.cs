using MathNet.Numerics.Distributions;

namespace EvalAwareness.Core.Statistics;

/// <summary>McNemar's exact test of two measures taken on the same items.</summary>
public static class McNemarExact
{
    /// <summary>Two-sided p of the discordant pairs under a fair coin: twice the smaller binomial tail, at most 1
    /// (A. Agresti, Categorical Data Analysis, 3rd edition, section 11.1).</summary>
    /// <param name="firstOnly">Items that the first measure alone calls yes.</param>
    /// <param name="secondOnly">Items that the second measure alone calls yes.</param>
    public static double TwoSided(int firstOnly, int secondOnly)
    {
        var discordant = firstOnly + secondOnly;
        return discordant == 0
            ? 1
            : Math.Min(1, 2 * Binomial.CDF(0.5, discordant, Math.Min(firstOnly, secondOnly)));
    }
}
