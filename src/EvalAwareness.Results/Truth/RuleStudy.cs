using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Truth;

/// <summary>What the rules that flag a transcript find and spare.</summary>
/// <param name="AnyOfN">One YES is enough.</param>
/// <param name="KOfN">The count of YES calibrated on all controls that were read the same way; null without any.</param>
/// <param name="ShareAbove">The share of YES calibrated on the same controls; null without any.</param>
/// <param name="Confirmed">The share of YES calibrated on nine tenths of them and tried on the last, in turn; null with fewer than two.</param>
/// <param name="ShareAboveUnsorted">The share calibrated on all deployment transcripts, those that hold the belief among them, as it
/// would be where nobody knows which do; null without any.</param>
public sealed record RuleStudy(
    RuleAccuracy AnyOfN, RuleAccuracy? KOfN, RuleAccuracy? ShareAbove, ConfirmedCalibration? Confirmed, RuleAccuracy? ShareAboveUnsorted)
{
    /// <summary>Those the run could calibrate.</summary>
    public IEnumerable<RuleAccuracy> All => new[] { AnyOfN, KOfN, ShareAbove, ShareAboveUnsorted }.OfType<RuleAccuracy>();

    internal static RuleStudy Of(ReadingSeries series)
    {
        var deployment = series.Transcripts
            .Where(transcript => transcript.Kind == TranscriptKind.Deployment && transcript.Readings.Count > 0)
            .ToList();
        var controls = deployment.Where(transcript => transcript.IsControl).ToList();
        var k = ControlThreshold.Calibrate([.. controls.Select(control => control.YesCount)]);
        return new RuleStudy(
            RuleAccuracy.AnyOfN(series.Quiet),
            k is { } count ? RuleAccuracy.KOfN(series.Quiet, count) : null,
            ShareThreshold.Calibrate(controls) is { } share ? RuleAccuracy.ShareAbove(RuleAccuracy.ShareAboveName, series.Quiet, share) : null,
            ConfirmedCalibration.Of(series.Quiet),
            ShareThreshold.Calibrate(deployment) is { } unsorted ? RuleAccuracy.ShareAbove("share_above_unsorted", series.Quiet, unsorted) : null);
    }
}
