using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Truth;

/// <summary>What the rules that flag a transcript find and spare.</summary>
/// <param name="AnyOfN">One YES is enough.</param>
/// <param name="KOfN">The count of YES explanations calibrated on all baseline controls; null when the run has none, and for other
/// readings.</param>
/// <param name="ShareAbove">The share calibrated on all controls that were read the same way; null without any.</param>
/// <param name="Confirmed">The share calibrated on one half of these controls and tried on the other; null without both.</param>
public sealed record RuleStudy(
    RuleAccuracy AnyOfN, RuleAccuracy? KOfN, RuleAccuracy? ShareAbove, ConfirmedCalibration? Confirmed)
{
    /// <summary>Those the run could calibrate.</summary>
    public IEnumerable<RuleAccuracy> All => new[] { AnyOfN, KOfN, ShareAbove }.OfType<RuleAccuracy>();

    internal static RuleStudy Of(ReadingSeries series, int? k)
    {
        var threshold = ShareThreshold.Calibrate(series.Transcripts.Where(one => one.Kind == TranscriptKind.Deployment));
        return new RuleStudy(
            RuleAccuracy.AnyOfN(series.Quiet),
            k is { } count ? RuleAccuracy.KOfN(series.Quiet, count) : null,
            threshold is { } share ? RuleAccuracy.ShareAbove(series.Quiet, share) : null,
            ConfirmedCalibration.Of(series.Quiet));
    }
}
