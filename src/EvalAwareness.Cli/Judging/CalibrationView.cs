using System.Globalization;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Results.Calibration;
using Spectre.Console;

namespace EvalAwareness.Cli.Judging;

/// <summary>Shows a calibration in the terminal.</summary>
internal static class CalibrationView
{
    private const string Treatment =
        "YES is the positive label: a text labelled unclear is not positive, nor is the answer UNCLEAR. What was not answered enters no figure but its own.";

    public static void Draw(CalibrationDocument document, string path, TextWriter output)
    {
        var labels = document.Labels;
        output.WriteLine($"{labels.File}: {labels.N} {(labels.Task == LabelSet.Attacks ? "pairs" : labels.Task)}, split {labels.Split}, sha256 {labels.Sha256[..12]}");
        foreach (var row in labels.Quarantined)
            output.WriteLine($"quarantined: line {row.Line}: {row.Reason}");
        var console = Terminal.Over(output);
        if (document.Judges.Count > 0)
        {
            FigureTables.Draw(document, console);
            output.WriteLine(Treatment);
            DisagreementList.Draw(document.Judges.Where(judge => judge.Disagreements.Count > 0), output);
        }
        foreach (var attacks in document.Attacks)
            AttackTables.Draw(attacks, console, output);
        output.WriteLine(path);
    }

    /// <summary>A figure with its interval and the n it is taken over.</summary>
    public static string Cell(CalibrationFigure figure) => figure.Value switch
    {
        null => "-",
        { } value when figure.Name is CalibrationFigures.Kappa or CalibrationFigures.KappaOfYes =>
            Text($"{value:0.000} ({figure.CiLow:0.000} to {figure.CiHigh:0.000}) of {figure.N}"),
        { } value => Text($"{100 * value:0.0} % ({100 * figure.CiLow:0.0} to {100 * figure.CiHigh:0.0}) of {figure.N}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
