using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Calibration;

/// <summary>A share as the judge saw it, and without its errors.</summary>
internal static class CorrectedShare
{
    /// <returns>Observed, then corrected.</returns>
    public static IReadOnlyList<Estimate> Of(string name, IReadOnlyList<double> shares, RoganGladen correction)
    {
        var observed = shares.Average();
        return
        [
            new Estimate(observed, Bootstrap.OfMean(shares, new KeyedRandom(0, "observed share", name)), shares.Count),
            new Estimate(correction.Of(observed), correction.IntervalOf(shares, new KeyedRandom(0, "corrected share", name)), shares.Count),
        ];
    }
}
