using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Calibration;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How often the judges of a run err, where they were held against labels, and what the rates are without these errors.</summary>
internal static class JudgeSection
{
    public static Markup Of(RunTables tables, IReadOnlyList<CalibrationDocument> calibrations)
    {
        Markup[] parts = [.. Parts(tables, calibrations)];
        return parts.Length == 0
            ? Markup.Nothing
            : Markup.Of($"""
                <section id="judge"><h2>How far the judge can be trusted</h2>
                <p class="note">The judge was held against texts whose label is known. YES is the positive label: a text labelled unclear is
                not positive, nor is the answer UNCLEAR, and what was not answered is in its own row and no other. <b>A corrected rate is an
                estimate under one assumption:</b> that the judge errs on this run’s texts as often as on the labelled ones. Labels that were
                chosen to be hard make it err more often there than here. It corrects shares of texts only; whether one YES of many flags a transcript
                depends on how errors come together, which no label tells.</p>
                {parts}</section>
                """);
    }

    private static IEnumerable<Markup> Parts(RunTables tables, IReadOnlyList<CalibrationDocument> calibrations)
    {
        var tallies = tables.Tallies();
        var explanations = JudgeErrors.Of(calibrations, RunCalibrations.JudgeOf(tables.Run, "explanation"), LabelSet.Explanations);
        var turns = JudgeErrors.Of(calibrations, RunCalibrations.JudgeOf(tables.Run, "turn"), LabelSet.Turns);
        return
        [
            .. explanations.SelectMany(errors => JudgeTables.Of("explanations", errors, tallies, tally => tally.Explanations)),
            .. turns.SelectMany(errors => JudgeTables.Of("turns", errors, tallies, tally => tally.Turns ?? Tally.Nothing)),
        ];
    }
}
