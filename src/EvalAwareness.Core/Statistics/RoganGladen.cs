using EvalAwareness.Core.Randomness;
using MathNet.Numerics.Distributions;

namespace EvalAwareness.Core.Statistics;

/// <summary>The rate behind an observed one, when the errors of the test are known: W. J. Rogan and B. Gladen, American Journal of
/// Epidemiology 107 (1978) 71-76. It assumes that the test errs on these items as it did where its errors were measured.</summary>
public sealed class RoganGladen
{
    /// <summary>Percentiles over draws of whole transcripts for the observed rate and of Jeffreys' posteriors for both errors.</summary>
    public const string Method = "bootstrap_transcripts_jeffreys_95";

    private readonly double _sensitivity;
    private readonly double _specificity;
    private readonly IReadOnlyList<(double Sensitivity, double Specificity)> _draws;

    /// <param name="sensitivity">Positives that the test calls so, of all positives it was tried on: at least 1.</param>
    /// <param name="specificity">Negatives that the test calls so, of all negatives it was tried on: at least 1.</param>
    /// <param name="random">Where the draws of both come from.</param>
    public RoganGladen(Fraction sensitivity, Fraction specificity, KeyedRandom random)
    {
        (_sensitivity, _specificity) = (sensitivity.Share, specificity.Share);
        _draws = [.. Enumerable.Range(0, Bootstrap.Resamples).Select(_ => (Jeffreys(sensitivity, random), Jeffreys(specificity, random)))];
    }

    /// <summary>(observed + specificity - 1) / (sensitivity + specificity - 1), kept within [0, 1]; NaN for a test no better than chance.</summary>
    /// <param name="observed">Share of items that the test calls positive.</param>
    public double Of(double observed) => Correct(observed, _sensitivity, _specificity);

    /// <summary>The interval that <see cref="Method"/> names, for a mean of one share per transcript.</summary>
    /// <param name="shares">Share of positive calls in each transcript, at least one.</param>
    /// <param name="random">Where the draws of transcripts come from.</param>
    public Interval IntervalOf(IReadOnlyList<double> shares, KeyedRandom random)
    {
        double[] rates = [.. _draws.SelectMany(draw => Rates(Bootstrap.Draw(shares.Count, random).Average(index => shares[index]), draw)).Order()];
        return new Interval(Quantile.Of(rates, 0.025), Quantile.Of(rates, 0.975), Method);
    }

    /// <summary>Errors under which the test says nothing leave every rate possible: they count as both ends.</summary>
    private static IEnumerable<double> Rates(double observed, (double Sensitivity, double Specificity) errors) =>
        Correct(observed, errors.Sensitivity, errors.Specificity) is var rate && double.IsNaN(rate) ? [0, 1] : [rate];

    private static double Correct(double observed, double sensitivity, double specificity)
    {
        var informed = sensitivity + specificity - 1;
        return informed > 0 ? Math.Clamp((observed + specificity - 1) / informed, 0, 1) : double.NaN;
    }

    private static double Jeffreys(Fraction fraction, KeyedRandom random) =>
        Beta.InvCDF(fraction.Count + 0.5, fraction.Of - fraction.Count + 0.5, random.NextDouble());
}
