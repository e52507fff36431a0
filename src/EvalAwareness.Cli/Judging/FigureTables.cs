using System.Globalization;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Results.Calibration;
using Spectre.Console;

namespace EvalAwareness.Cli.Judging;

/// <summary>The figures of judges side by side, what each answered, and how they differ.</summary>
internal static class FigureTables
{
    private static readonly (string Name, string Words)[] Figures =
    [
        (CalibrationFigures.Agreement, "agreement: same of yes, no, unclear"),
        (CalibrationFigures.Accuracy, "accuracy: right about yes or not"),
        (CalibrationFigures.Sensitivity, "sensitivity: yes among labelled yes"),
        (CalibrationFigures.Specificity, "specificity: not yes among the others"),
        (CalibrationFigures.Precision, "precision: labelled yes among answers yes"),
        (CalibrationFigures.Kappa, "kappa of three answers"),
        (CalibrationFigures.KappaOfYes, "kappa of yes or not"),
        (CalibrationFigures.Unanswered, "unparsed or refused"),
    ];

    public static void Draw(CalibrationDocument document, IAnsiConsole console)
    {
        console.Write(Summary(document.Judges));
        foreach (var judge in document.Judges)
        {
            console.Write(Confusion(judge));
            if (judge.Groups.Count > 1)
                console.Write(Groups(judge));
        }
        if (document.Comparisons.Count > 0)
            console.Write(Comparisons(document.Comparisons));
    }

    private static Table Summary(IReadOnlyList<JudgeCalibration> judges)
    {
        var table = Terminal.Table(["figure (95 % interval)", .. judges.Select(NameOf), "method"]);
        foreach (var (name, words) in Figures)
        {
            CalibrationFigure[] figures = [.. judges.Select(judge => judge.Groups[0].Find(name))];
            table.AddRow([words, .. figures.Select(CalibrationView.Cell), figures.Select(figure => figure.CiMethod).FirstOrDefault(method => method is not null) ?? "-"]);
        }
        return table;
    }

    private static Table Confusion(JudgeCalibration judge)
    {
        var table = Terminal.Table($"label, and what {NameOf(judge)} answered", "yes", "no", "unclear", "unparsed", "refused");
        foreach (var row in judge.Groups[0].Confusion)
            table.AddRow(row.Label.ToString().ToLowerInvariant(), $"{row.Yes}", $"{row.No}", $"{row.Unclear}", $"{row.Unparsed}", $"{row.Refused}");
        return table;
    }

    private static Table Groups(JudgeCalibration judge)
    {
        var table = Terminal.Table($"{NameOf(judge)}, by", "agreement", "sensitivity", "specificity", "unanswered");
        foreach (var group in judge.Groups.Skip(1))
            table.AddRow(
                Terminal.Plain($"{group.By} {group.Name}"),
                CalibrationView.Cell(group.Find(CalibrationFigures.Agreement)), CalibrationView.Cell(group.Find(CalibrationFigures.Sensitivity)),
                CalibrationView.Cell(group.Find(CalibrationFigures.Specificity)),
                $"{group.Confusion.Sum(row => row.Unparsed + row.Refused)}");
        return table;
    }

    private static Table Comparisons(IEnumerable<JudgeComparison> comparisons)
    {
        var table = Terminal.Table("two judges", "agreement", "kappa", "only the first is right", "only the second", "McNemar's p");
        foreach (var pair in comparisons)
            table.AddRow(
                Terminal.Plain($"{pair.First}, {pair.Second}"), CalibrationView.Cell(pair.Agreement), CalibrationView.Cell(pair.Kappa),
                $"{pair.FirstRightAlone}", $"{pair.SecondRightAlone}", pair.McNemarP.ToString("0.000", CultureInfo.InvariantCulture));
        return table;
    }

    private static string NameOf(JudgeCalibration judge) => Terminal.Plain(
        judge.Name == judge.Judge.Name ? judge.Name : $"{judge.Name} ({judge.Judge.Name})");
}
