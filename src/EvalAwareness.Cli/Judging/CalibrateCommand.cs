using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Results.Calibration;
using Microsoft.Extensions.Logging;

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
        Description = "The classifier, the rubric, what judge train has left in a folder, or the judge of an audit file; several are shown side by side.",
        HelpName = "classifier|rubric|DIR|AUDIT",
        DefaultValueFactory = _ => [NamedJudges.Classifier],
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The file to leave the result in. Default: one under reports/judges, named after judges and labels.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _figuresOnly = new("--figures-only")
    {
        Description = "Leave out the texts themselves: what is measured on a held-out half stays unread.",
    };

    private readonly Option<string> _device = CommonOptions.Device();

    private readonly Option<bool> _json = CommonOptions.Json();

    public CalibrateCommand() : base("calibrate", "Holds judges against labels and says how often they err.")
    {
        Add(_labels);
        foreach (var option in (Option[])[_task, _split, _judges, _out, _figuresOnly, _device, _json])
            Add(option);
        _task.AcceptOnlyFromAmong(LabelSet.Explanations, LabelSet.Turns, LabelSet.Attacks);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var log = LoggerFactory.Create(builder => builder.AddProvider(new LineLoggerProvider(parsed.InvocationConfiguration.Error)));
        var factory = new JudgeFactory(
            ComputeOptions.Parse(parsed.GetRequiredValue(_device), "auto"), TimeProvider.System, log.CreateLogger<JudgeFactory>());
        using var judges = NamedJudges.Make(parsed.GetRequiredValue(_judges), factory);
        var calibration = new Calibration(judges.All, ProgressChoice.For(parsed.InvocationConfiguration.Error, parsed.GetValue(_json)));
        var (labels, task) = (parsed.GetRequiredValue(_labels), parsed.GetRequiredValue(_task));
        var document = task == LabelSet.Attacks
            ? await calibration.OfAttacksAsync(labels, stop)
            : await calibration.OfTextsAsync(labels, task, parsed.GetRequiredValue(_split), stop);
        if (parsed.GetValue(_figuresOnly))
            document = document.WithoutTexts();
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
