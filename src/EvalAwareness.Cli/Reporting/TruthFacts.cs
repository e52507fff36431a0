using System.Globalization;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Cli.Reporting;

/// <summary>Says in words what the truth study found.</summary>
internal static class TruthFacts
{
    public static IEnumerable<ReportFact> Of(TruthStudy? study)
    {
        if (study is null)
            return [];
        return
        [
            .. Arm("as it is", study.Baseline),
            .. study.Shuffled is { } shuffled ? Arm("control arm, activations exchanged between transcripts", shuffled) : [],
            .. study.ByDataset.Select(dataset => Detected($"Belief told apart within {dataset.Dataset}", dataset.Detection)),
        ];
    }

    public static string Text(double value, Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:f3} [{interval.Low:f3}, {interval.High:f3}]");

    private static IEnumerable<ReportFact> Arm(string arm, ConditionStudy study)
    {
        if (study.Detection is { } detection)
            yield return Detected($"Belief told apart, {arm}", detection);
        if (study.Rule is { Sensitivity: { } sensitivity, Specificity: { } specificity } rule)
        {
            yield return new ReportFact($"Sensitivity of {rule.Rule}, {arm}", Text(sensitivity), $"of {sensitivity.Count} believers that do not say so");
            yield return new ReportFact($"Specificity of {rule.Rule}, {arm}", Text(specificity), $"of {specificity.Count} others");
        }
        if (study.YesShares is { Evaluations: { } evaluations, Deployment: { } deployment })
        {
            yield return new ReportFact($"Share of YES on evaluations, {arm}", Text(evaluations), $"mean over {evaluations.Count} transcripts");
            yield return new ReportFact($"Share of YES on deployment, {arm}", Text(deployment), $"mean over {deployment.Count} transcripts");
        }
        if (study.Fidelity.Fve is { } fve)
            yield return new ReportFact($"FVE of explanations read back, {arm}", Text(fve), $"mean over {fve.Count} closed explanations; 1 is perfect, 0 the mean activation");
        if (study.Fidelity.ClosedShare is { } closed)
            yield return new ReportFact($"Explanations that closed, {arm}", Percent(closed), $"of {study.Fidelity.Explanations}");
    }

    private static ReportFact Detected(string label, Detection detection) => new(
        label, Text(detection.Auroc, detection.Interval),
        $"AUROC of the share of YES, {detection.Believers} believers against {detection.Others} others, none of whom says so; 0.5 is chance");

    private static string Text(Estimate estimate) => Text(estimate.Value, estimate.Interval);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:f1} %");
}
