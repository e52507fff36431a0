using EvalAwareness.Core.Rates;

namespace EvalAwareness.Results.Truth;

/// <summary>The threshold of the share of YES, calibrated on controls. Unlike a count it means the same where transcripts
/// differ in how many positions were read.</summary>
internal static class ShareThreshold
{
    /// <summary>Smallest share that at most 2 % of the controls exceed; null without controls.</summary>
    public static double? Calibrate(IEnumerable<ReadTranscript> controls)
    {
        var shares = controls.Select(control => control.YesShare).OfType<double>().OrderDescending().ToList();
        if (shares.Count == 0) return null;
        var tolerated = (int)(ControlThreshold.Tolerance * shares.Count);
        return shares[tolerated];
    }
}
