namespace EvalAwareness.Core.Statistics;

/// <summary>Intervals for a share of independent yes-or-no outcomes.</summary>
public static class Proportion
{
    /// <summary>The 97.5 % quantile of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's score interval: E. B. Wilson, JASA 22 (1927) 209-212; formula as in Brown, Cai and DasGupta,
    /// Statistical Science 16 (2001) 101-133, equation (4).</summary>
    /// <param name="successes">Outcomes that are yes, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">All outcomes, at least 1.</param>
    public static Interval Wilson(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var share = (double)successes / trials;
        var scale = 1 + Z * Z / trials;
        var centre = (share + Z * Z / (2 * trials)) / scale;
        var half = Z / scale * Math.Sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        // At the edges centre and half are equal on paper and differ by rounding.
        var low = successes == 0 ? 0 : centre - half;
        var high = successes == trials ? 1 : centre + half;
        return new Interval(low, high, "wilson_95");
    }
}
