using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>The truth study as the rows of one tidy table.</summary>
internal static class TruthRows
{
    public static IEnumerable<TruthRow> Of(TruthStudy study) =>
    [
        .. study.Readings.SelectMany(OfReading),
        .. study.References.SelectMany(OfReference),
        .. study.TowardsProbe.SelectMany(OfComparison),
    ];

    private static IEnumerable<TruthRow> OfReading(ReadingStudy study) =>
    [
        .. OfDetections(study.Detections, Section(study, "detection")),
        .. OfRoc(study.Detections, Section(study, "roc")),
        .. study.Rules.All.SelectMany(rule => OfRule(rule, Section(study, "rules"))),
        .. OfConfirmed(study.Rules.Confirmed, Section(study, "confirmed")),
        .. Section(study, "yes_shares").Rows("yes_share", study.YesShares.Evaluations, TranscriptKind.Evaluation.Name()),
        .. Section(study, "yes_shares").Rows("yes_share", study.YesShares.Deployment, TranscriptKind.Deployment.Name()),
        .. OfFidelity(study.Fidelity, Section(study, "fidelity")),
        .. OfCredence(study.Credence, Section(study, "credence")),
        .. OfCurves(study.Curves, Section(study, "positions"), Section(study, "policies"), Section(study, "fidelity")),
        .. Section(study, "first_yes").Rows("median_passed", study.FirstYes.Believers, "believers"),
        .. Section(study, "first_yes").Rows("median_passed", study.FirstYes.Others, "others"),
    ];

    private static TruthRowMaker Section(ReadingStudy study, string name) => new(name, study.Condition, study.Subject);

    private static IEnumerable<TruthRow> OfDetections(Detections detections, TruthRowMaker section) =>
    [
        .. section.Rows("auroc", detections.All),
        .. detections.ByDataset.Concat(detections.ByCues).SelectMany(one => section.Rows("auroc", one.Detection, one.Subset)),
        .. section.Rows("auroc", detections.SameCues, "same_cues"),
        .. section.Rows("auroc", detections.SinglePosition, "single_position"),
    ];

    private static IEnumerable<TruthRow> OfRoc(Detections detections, TruthRowMaker section) => detections.Roc.Select(point =>
        section.Row("true_positive_rate", point.TruePositiveRate, detections.All!.Believers) with
        {
            At = point.FalsePositiveRate, NOther = detections.All.Others,
        });

    private static IEnumerable<TruthRow> OfRule(RuleAccuracy rule, TruthRowMaker section) =>
    [
        .. section.Rows($"{rule.Rule}_sensitivity", rule.Sensitivity, "believers", rule.Threshold),
        .. section.Rows($"{rule.Rule}_specificity", rule.Specificity, "others", rule.Threshold),
    ];

    private static IEnumerable<TruthRow> OfConfirmed(ConfirmedCalibration? confirmed, TruthRowMaker section) => confirmed is null ? [] :
    [
        .. section.Rows("share_above_sensitivity", confirmed.Sensitivity, "believing_evaluations", confirmed.Threshold),
        .. section.Rows("share_above_flagged", confirmed.HeldOut, "held_out_controls", confirmed.Threshold),
    ];

    private static IEnumerable<TruthRow> OfFidelity(Fidelity? fidelity, TruthRowMaker section)
    {
        if (fidelity is null) yield break;
        foreach (var row in section.Rows("fve", fidelity.Fve)) yield return row;
        if (fidelity.ClosedShare is { } closed) yield return section.Row("closed_share", closed, fidelity.Explanations);
    }

    private static IEnumerable<TruthRow> OfCredence(CredenceStudy credence, TruthRowMaker section) =>
    [
        .. credence.Bins.SelectMany(bin => section.Rows("yes_share", bin.YesShare, at: bin.From)),
        .. credence.Bins.Select(bin => section.Row("mean_credence", bin.MeanCredence, bin.YesShare.Count) with { At = bin.From }),
        .. credence.Bins.Count > 1 ? [section.Row("falls", credence.Falls, credence.Bins.Count - 1)] : Array.Empty<TruthRow>(),
        .. section.Rows("spearman", credence.Correlation),
        .. section.Rows("least_credence_yes_share", credence.LeastBelievers, "believers"),
        .. section.Rows("least_credence_yes_share", credence.LeastOthers, "others"),
    ];

    private static IEnumerable<TruthRow> OfCurves(
        CurveStudy curves, TruthRowMaker positions, TruthRowMaker policies, TruthRowMaker fidelity) =>
    [
        .. curves.ByCount.SelectMany(one => positions.Rows("auroc", one.Detection, at: one.At)),
        .. curves.ByPolicy.SelectMany(one => policies.Rows($"auroc_{one.Policy}", one.Detection, at: one.Positions)),
        .. curves.ByFidelity.SelectMany(one => fidelity.Rows("auroc_of_best_kept", one.Detection, at: one.At)),
    ];

    private static IEnumerable<TruthRow> OfReference(Reference reference) =>
        new TruthRowMaker("references", Conditions.Baseline, reference.Name).Rows("auroc", reference.Detection);

    private static IEnumerable<TruthRow> OfComparison(ProbeComparison comparison)
    {
        var section = new TruthRowMaker("probe", comparison.Condition, Subjects.Explanation);
        return [.. section.Rows("towards_probe", comparison.All), .. section.Rows("towards_probe", comparison.SameCues, "same_cues")];
    }
}
