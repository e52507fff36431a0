using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Calibration;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>The errors of one judge by one file of labels, and the rates with them and without.</summary>
internal static class JudgeTables
{
    private static readonly (string Name, string Question)[] Questions =
    [
        (CalibrationFigures.Sensitivity, "Sensitivity: YES among texts labelled YES"),
        (CalibrationFigures.Specificity, "Specificity: not YES among all others"),
        (CalibrationFigures.Agreement, "Agreement: same of YES, NO, UNCLEAR"),
        (CalibrationFigures.Kappa, "Cohen’s kappa of the three answers"),
        (CalibrationFigures.Unanswered, "Unparsed or refused"),
    ];

    public static IEnumerable<Markup> Of(
        string subject, JudgeErrors errors, IReadOnlyList<TranscriptTally> tallies, Func<TranscriptTally, Tally> itemsOf)
    {
        yield return AnswerTable.Of(
            $"Judge of {subject}, held against labels", Source(errors), ["measured"],
            Questions.Select(question => (question.Question, (IReadOnlyList<Markup>)[Cell(errors.Group.Find(question.Name))])));
        if (errors.Correction() is { } correction)
            yield return AnswerTable.Of(
                $"Share of {subject} that say so, observed and corrected",
                $"Mean over transcripts of the share of {subject} judged YES, {Conditions.Baseline}. Corrected after Rogan and Gladen; its interval "
                + $"holds the uncertainty of the run and of both errors ({RoganGladen.Method}). A dash: the judge’s errors on the labels alone would give more "
                + "YES than were seen, or fewer; it does not err here as it does there, and there is nothing to correct by.",
                ["observed", "corrected"], Rows(correction, tallies, itemsOf));
    }

    private static string Source(JudgeErrors errors) =>
        $"{errors.Labels.File}, {(errors.Group.By == CalibrationGroup.All ? "all texts" : $"{errors.Group.By} {errors.Group.Name}")}, "
        + $"n = {errors.Group.N}, sha256 {errors.Labels.Sha256[..12]}.";

    private static Markup Cell(CalibrationFigure figure)
    {
        if (figure.Value is not { } value)
            return Numbers.None;
        var estimate = new Estimate(value, new Interval(figure.CiLow ?? double.NaN, figure.CiHigh ?? double.NaN, figure.CiMethod ?? ""), figure.N);
        return figure.Name == CalibrationFigures.Kappa ? Numbers.Plain(estimate) : Numbers.Share(estimate);
    }

    private static IEnumerable<(string Question, IReadOnlyList<Markup> Answers)> Rows(
        RoganGladen correction, IReadOnlyList<TranscriptTally> tallies, Func<TranscriptTally, Tally> itemsOf)
    {
        var baseline = tallies.Where(tally => tally.Condition == Conditions.Baseline).ToList();
        var groups = baseline.GroupBy(tally => tally.Kind == TranscriptKind.Evaluation ? RateTable.AllEvaluations : RateTable.AllDeployment)
            .Concat(baseline.GroupBy(tally => tally.Dataset));
        foreach (var group in groups)
        {
            double[] shares = [.. group.Select(tally => itemsOf(tally).YesShare).OfType<double>()];
            if (shares.Length > 0)
                yield return (group.Key, [.. CorrectedShare.Of(group.Key, shares, correction).Select(Numbers.Share)]);
        }
    }
}
