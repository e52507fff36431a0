using System.CommandLine;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Training;

/// <summary>What the train commands have in common: where to write, how to tell progress, what to say at the end.</summary>
internal sealed class TrainSettings
{
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder that is written: with --target activations, summaries and checkpoints; without, organism/ and the four datasets.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_json);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public IProgressReporter Progress(ParseResult parsed) => ProgressChoice.For(parsed.InvocationConfiguration.Error, Json(parsed));

    /// <summary>Where the organism and its datasets go.</summary>
    public string Out(ParseResult parsed) => parsed.GetValue(_out) ?? Shipped.Datasets;

    public OrganismFolder Organism(ParseResult parsed) => new(Path.Combine(Out(parsed), "organism"));

    /// <exception cref="RefusedException">No folder is named.</exception>
    public TrainingFolder Folder(ParseResult parsed) => new(parsed.GetValue(_out)
        ?? throw new RefusedException("--out: name a folder for activations, summaries and checkpoints."));

    /// <summary>Draws the losses and says what was trained.</summary>
    public async Task FinishAsync(ParseResult parsed, TrainingFolder folder, IReadOnlyList<LossCurve> losses, CancellationToken stop)
    {
        await TrainCurves.WriteLossesAsync(losses, folder.Training, parsed.CommandResult.Command.Name, stop);
        var output = parsed.InvocationConfiguration.Output;
        if (Json(parsed))
            JsonOutput.Write(losses.Select(curve => new { curve.Name, Steps = curve.Points.Count, Loss = curve.Recent }), output);
        else
            Say(losses, folder, output);
    }

    private static void Say(IReadOnlyList<LossCurve> losses, TrainingFolder folder, TextWriter output)
    {
        foreach (var curve in losses)
            output.WriteLine(FormattableString.Invariant($"{curve.Name}: {curve.Points.Count} steps, loss {curve.Recent:f4}"));
        output.WriteLine($"Checkpoints in {folder.Root}, curves in {folder.Training}.");
    }
}
