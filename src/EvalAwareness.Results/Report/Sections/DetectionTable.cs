using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How well believers are told from others: overall, within datasets, among the same cues, against the probe.</summary>
internal static class DetectionTable
{
    private const string Note =
        "AUROC: the probability that a believer has a higher share of YES than another transcript; 0.5 is chance. n: "
        + "believers : others. The same cues: only pairs of transcripts whose prompts hold the same number of artificial "
        + "cues. As far as the probe: how far from 0.5 towards the AUROC of a linear probe on the same activations, where "
        + "it is read.";

    public static Markup Of(TruthStudy study)
    {
        var readings = study.OfActivations;
        return new ReadingTable("Believers told from others", Note, readings).With(
        [
            ("All", one => Numbers.Area(one.Detections.All)),
            ("All, from a single position", one => Numbers.Area(one.Detections.SinglePosition)),
            .. Within(readings, subset => $"within {subset}", one => one.Detections.ByDataset),
            ("The same cues", one => Numbers.Area(one.Detections.SameCues)),
            .. Within(readings, subset => subset.Replace("=", ": "), one => one.Detections.ByCues),
            ("As far as the probe", one => Numbers.Share(Towards(study, one)?.All)),
            ("As far as the probe, the same cues", one => Numbers.Share(Towards(study, one)?.SameCues)),
        ]);
    }

    private static IEnumerable<(string, Func<ReadingStudy, Markup>)> Within(
        IEnumerable<ReadingStudy> readings,
        Func<string, string> nameOf,
        Func<ReadingStudy, IReadOnlyList<SubsetDetection>> subsetsOf) =>
        readings.SelectMany(subsetsOf).Select(one => one.Subset).Distinct().Select(subset =>
            (nameOf(subset), Numbers.AreaOf(study => subsetsOf(study).FirstOrDefault(one => one.Subset == subset)?.Detection)));

    private static ProbeComparison? Towards(TruthStudy study, ReadingStudy reading) => reading == study.Probe
        ? null
        : study.TowardsProbe.FirstOrDefault(comparison => comparison.Condition == reading.Condition);
}
