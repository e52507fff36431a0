using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Truth;

/// <summary>A rule calibrated on one half of the deployment transcripts and tried on the other. It flags a share of YES above
/// its threshold. Deployment transcripts known to hold the belief are no controls.</summary>
/// <param name="Threshold">Smallest share that at most 2 % of the first half exceed.</param>
/// <param name="FirstHalf">Share of the calibrating half that it flags, with Wilson's interval.</param>
/// <param name="SecondHalf">Share of the other half that it flags, with Wilson's interval.</param>
/// <param name="Sensitivity">Share of the believing evaluations that it flags, with Wilson's interval; null without any.</param>
public sealed record ConfirmedCalibration(double Threshold, Estimate FirstHalf, Estimate SecondHalf, Estimate? Sensitivity)
{
    /// <summary>The tolerated share of controls is among those the second half leaves possible.</summary>
    public bool IsConfirmed => SecondHalf.Interval.Low <= ControlThreshold.Tolerance;

    /// <summary>Halves are every other deployment transcript that does not say so, in table order; null when one is
    /// empty.</summary>
    internal static ConfirmedCalibration? Of(IReadOnlyList<ReadTranscript> quiet)
    {
        var controls = quiet.Where(transcript => transcript.IsControl).ToList();
        if (controls.Count < 2) return null;
        var (first, second) = (EveryOther(controls, 0), EveryOther(controls, 1));
        var threshold = ShareThreshold.Calibrate(first)!.Value;
        bool Flags(ReadTranscript transcript) => transcript.YesShare > threshold;
        return new ConfirmedCalibration(
            threshold,
            RuleAccuracy.ShareOf(first, Flags)!,
            RuleAccuracy.ShareOf(second, Flags)!,
            RuleAccuracy.ShareOf(quiet.Where(IsReadBeliever), Flags));
    }

    private static bool IsReadBeliever(ReadTranscript transcript) =>
        transcript is { Kind: TranscriptKind.Evaluation, Aware: true, Readings.Count: > 0 };

    private static List<ReadTranscript> EveryOther(IEnumerable<ReadTranscript> controls, int start) =>
        [.. controls.Where((_, index) => index % 2 == start)];
}
