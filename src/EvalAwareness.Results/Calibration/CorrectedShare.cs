using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Calibration;

/// <summary>A share as the judge saw it, and without its errors.</summary>
internal static class CorrectedShare
{
    /// <returns>Observed, then corrected; null where the judge's errors alone would give more YES, or fewer, than were seen: then it does not err
    /// here as it does on the labels.</returns>
    public static IReadOnlyList<Estimate?> Of(string name, IReadOnlyList<double> shares, RoganGladen correction)
    {
        var observed = shares.Average();
        var interval = correction.IntervalOf(shares, new KeyedRandom(0, "corrected share", name));
        return
        [
            new Estimate(observed, Bootstrap.OfMean(shares, new KeyedRandom(0, "observed share", name)), shares.Count),
            interval.Low < interval.High ? new Estimate(correction.Of(observed), interval, shares.Count) : null,
        ];
    }
}
