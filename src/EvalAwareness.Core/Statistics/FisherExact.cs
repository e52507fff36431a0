using MathNet.Numerics;

namespace EvalAwareness.Core.Statistics;

/// <summary>Fisher's exact test of a two-by-two table.</summary>
public static class FisherExact
{
    /// <summary>Tables as probable as the observed one up to rounding count as equally extreme; R's fisher.test uses the same.</summary>
    private const double Slack = 1 + 1e-7;

    /// <summary>Two-sided p: the sum over all tables with the same margins that are no more probable than the observed one
    /// (A. Agresti, Categorical Data Analysis, 3rd edition, section 3.5).</summary>
    /// <param name="yes">Outcomes that are yes in the first group, of <paramref name="n"/>.</param>
    /// <param name="n">Size of the first group.</param>
    /// <param name="otherYes">Outcomes that are yes in the second group, of <paramref name="otherN"/>.</param>
    /// <param name="otherN">Size of the second group.</param>
    public static double TwoSided(int yes, int n, int otherYes, int otherN)
    {
        var allYes = yes + otherYes;
        var least = Math.Max(0, allYes - otherN);
        var most = Math.Min(n, allYes);
        double LogProbability(int count) =>
            LogChoose(n, count) + LogChoose(otherN, allYes - count) - LogChoose(n + otherN, allYes);

        var limit = LogProbability(yes) + Math.Log(Slack);
        var sum = Enumerable.Range(least, most - least + 1).Select(LogProbability).Where(p => p <= limit).Sum(Math.Exp);
        return Math.Min(1, sum);
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.BinomialLn(n, k);
}
