using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Cli.Judging;

/// <summary><c>judge calibrate LABELS.csv</c>: how far judges agree with labels.</summary>
internal sealed class CalibrateCommand : Command
{
    private readonly Argument<string> _labels = new("LABELS.csv") { Description = "Texts with labels, one a row: id, text, label." };

    private readonly Option<string> _task = new("--task")
    {
        Description = "What the texts are; attacks are texts in pairs, without and with words that address the judge.",
        DefaultValueFactory = _ => LabelSet.Explanations,
    };

    private readonly Option<string> _split = new("--split")
    {
        Description = "Only the rows of this split.",
        HelpName = "dev|test|all",
        DefaultValueFactory = _ => LabelSet.EverySplit,
    };

    private readonly Option<string[]> _judges = new("--judge")
    {
        Description = "The rubric, or the judge of an audit file; several are shown side by side.",
        HelpName = "rubric|AUDIT",
        DefaultValueFactory = _ => [NamedJudges.Rubric],
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The file to leave the result in. Default: one under reports/judges, named after judges and labels.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public CalibrateCommand() : base("calibrate", "Holds judges against labels and says how often they err.")
    {
        Add(_labels);
        foreach (var option in (Option[])[_task, _split, _judges, _out, _json])
            Add(option);
        _task.AcceptOnlyFromAmong(LabelSet.Explanations, LabelSet.Turns, LabelSet.Attacks);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var calibration = new Calibration(NamedJudges.Of(parsed.GetRequiredValue(_judges)));
        var (labels, task) = (parsed.GetRequiredValue(_labels), parsed.GetRequiredValue(_task));
        var document = task == LabelSet.Attacks
            ? await calibration.OfAttacksAsync(labels, stop)
            : await calibration.OfTextsAsync(labels, task, parsed.GetRequiredValue(_split), stop);
        var path = parsed.GetValue(_out) ?? CalibrationPath.For(document);
        await CalibrationFile.WriteAsync(document, path, stop);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            output.Write(CalibrationFile.Text(document));
        else
            CalibrationView.Draw(document, path, output);
        return document.Labels.Quarantined.Count == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }
}
