using System.CommandLine;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train organism</c>: vocabulary, target and held-out datasets.</summary>
internal sealed class TrainOrganismCommand : Command
{
    private readonly TrainSettings _settings = new();

    public TrainOrganismCommand() : base("organism", "Writes the held-out datasets, trains the vocabulary, pre-trains the target and fits a probe for the belief.")
    {
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (new OrganismRecipe(), _settings.Organism(parsed));
        OrganismDatasets.Write(_settings.Out(parsed), OrganismDatasets.Shipped, recipe.DatasetSize, recipe.Seed);
        var progress = _settings.Progress(parsed);
        var curve = new TargetTraining(recipe, folder, progress).Run(stop);
        new ProbeTraining(recipe, folder, progress).Run(stop);
        await _settings.FinishAsync(parsed, folder, [curve], stop);
        return ExitCode.Done;
    }
}
