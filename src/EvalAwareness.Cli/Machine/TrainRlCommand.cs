using System.CommandLine;
using EvalAwareness.Results.Charts;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>train rl</c>: verbalizer and reconstructor together, by how well words are read back.</summary>
internal sealed class TrainRlCommand : Command
{
    private readonly TrainSettings _settings = new();

    public TrainRlCommand() : base("rl", "Trains verbalizer and reconstructor together, after their warm start.")
    {
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => _settings.RunAsync(parsed, (recipe, folder, progress) =>
    {
        var (curves, rows) = new ReinforcementTraining(recipe, folder, progress).Run(stop);
        ShareChart.Write(
            [
                ("FVE of samples", [.. rows.Select(row => (row.Step, row.Fve))]),
                ("FVE, held out", [.. rows.Where(row => row.HeldOutFve is not null).Select(row => (row.Step, row.HeldOutFve!.Value))]),
                ("closed and stopped", [.. rows.Select(row => (row.Step, row.ClosedShare))]),
                ("name an evaluation", [.. rows.Select(row => (row.Step, row.ConceptShare))]),
                ("divergence, nats a token", [.. rows.Select(row => (row.Step, row.Divergence))]),
            ],
            Path.Combine(folder.Training, "rl.rollouts"));
        return curves;
    });
}
