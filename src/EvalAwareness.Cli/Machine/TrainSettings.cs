using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core.Progress;
using EvalAwareness.Results.Charts;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary>What the train commands have in common: where to write, how to tell progress, what to say at the end.</summary>
internal sealed class TrainSettings
{
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder that holds organism/ and the four datasets.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Shipped.Datasets,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_json);
    }

    public string Out(ParseResult parsed) => parsed.GetRequiredValue(_out);

    public Task<int> RunAsync(
        ParseResult parsed, Func<OrganismRecipe, OrganismFolder, IProgressReporter, IReadOnlyList<LossCurve>> train)
    {
        var terminal = parsed.InvocationConfiguration;
        var json = parsed.GetValue(_json);
        var folder = new OrganismFolder(Path.Combine(Out(parsed), "organism"));
        var curves = train(new OrganismRecipe(), folder, ProgressChoice.For(terminal.Error, json));
        LossChart.Write(
            [.. curves.Select(curve => (curve.Name, (IReadOnlyList<(int Step, double Loss)>)[.. curve.Points.Select(point => (point.Step, point.Loss))]))],
            Path.Combine(folder.Training, $"{parsed.CommandResult.Command.Name}.loss"));
        if (json)
            JsonOutput.Write(curves.Select(curve => new { curve.Name, Steps = curve.Points.Count, Loss = curve.Recent }), terminal.Output);
        else
            Say(curves, folder, terminal.Output);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Say(IReadOnlyList<LossCurve> curves, OrganismFolder folder, TextWriter output)
    {
        foreach (var curve in curves)
            output.WriteLine(FormattableString.Invariant($"{curve.Name}: {curve.Points.Count} steps, loss {curve.Recent:f4}"));
        output.WriteLine($"Checkpoints in {folder.Root}, loss curves in {folder.Training}.");
    }
}
