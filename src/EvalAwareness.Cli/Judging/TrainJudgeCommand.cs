using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Cli.Training;
using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Judging.Calibration;
using EvalAwareness.Training.Classification;

namespace EvalAwareness.Cli.Judging;

/// <summary><c>judge train LABELS.csv...</c>: a classifier that learns from labels.</summary>
internal sealed class TrainJudgeCommand : Command
{
    private static readonly ClassifierRecipe Defaults = new();

    private readonly Argument<string[]> _labels = new("LABELS.csv")
    {
        Description = "Texts with labels, one a row: id, text, label; a column class helps.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _task = new("--task")
    {
        Description = "What the texts are.",
        DefaultValueFactory = _ => ClassifierFolder.Explanations,
    };

    private readonly Option<string> _split = new("--split")
    {
        Description = "Only the rows of this split: what is held out must not be learned.",
        HelpName = "dev|all",
        DefaultValueFactory = _ => "dev",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder that is written; an audit names it as judge.model.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<int> _epochs = new("--epochs") { Description = "How often every text is shown.", DefaultValueFactory = _ => Defaults.Epochs };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Of order, beginning and dropout.", DefaultValueFactory = _ => Defaults.Seed };

    private readonly Option<bool> _json = CommonOptions.Json();

    public TrainJudgeCommand() : base("train", "Trains a classifier on labelled texts.")
    {
        Add(_labels);
        foreach (var option in (Option[])[_task, _split, _out, _epochs, _seed, _json])
            Add(option);
        _task.AcceptOnlyFromAmong(ClassifierFolder.Explanations, ClassifierFolder.Turns);
        CommonOptions.RequirePositive(_epochs);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var paths = parsed.GetRequiredValue(_labels);
        var files = paths.Select(LabelFile.ReadTexts).ToList();
        var split = parsed.GetRequiredValue(_split);
        var texts = files.SelectMany(file => file.Items).Where(item => item.IsIn(split)).Select(Text).ToList();
        if (texts.Count == 0)
            throw new RefusedException($"--split {split}: no row is of it; --split all takes every row");
        var (task, recipe) = (parsed.GetRequiredValue(_task), new ClassifierRecipe { Epochs = parsed.GetValue(_epochs), Seed = parsed.GetValue(_seed) });
        var folder = Path.Combine(parsed.GetRequiredValue(_out), task);
        var training = new ClassifierTraining(recipe, folder, ProgressChoice.For(parsed.InvocationConfiguration.Error, parsed.GetValue(_json)));
        var curve = training.Run(task, texts, Origin(paths, files), ComputeOptions.Parse("cpu", "auto"), stop);
        await TrainCurves.WriteLossesAsync([curve], folder, "classifier", stop);
        Say(parsed, folder, texts.Count, curve.Points.Count, curve.Recent);
        return files.All(file => file.Quarantined.Count == 0) ? ExitCode.Done : ExitCode.Quarantined;
    }

    private void Say(ParseResult parsed, string folder, int texts, int steps, double loss)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(new { Folder = folder, Texts = texts, Steps = steps, Loss = loss }, output);
        else
            output.WriteLine(FormattableString.Invariant($"{folder}: {texts} texts, {steps} steps, loss {loss:f4}. Now hold it against labels that it has not seen: evalaware judge calibrate."));
    }

    private static LabelledText Text(LabelledItem item) => new(item.Text, item.Label, item.Class ?? item.Label.ToString().ToLowerInvariant());

    private static Dictionary<string, string> Origin(IReadOnlyList<string> paths, IReadOnlyList<LabelFile<LabelledItem>> files) =>
        paths.Zip(files).ToDictionary(file => Path.GetFileName(file.First), file => file.Second.Sha256);
}
