using System.CommandLine;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>train organism</c>: vocabulary, target and held-out datasets.</summary>
internal sealed class TrainOrganismCommand : Command
{
    private readonly TrainSettings _settings = new();

    public TrainOrganismCommand() : base("organism", "Writes the held-out datasets, trains the vocabulary and pre-trains the target.")
    {
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (new OrganismRecipe(), _settings.Organism(parsed));
        OrganismDatasets.Write(_settings.Out(parsed), recipe);
        await _settings.FinishAsync(parsed, folder, [new TargetTraining(recipe, folder, _settings.Progress(parsed)).Run(stop)], stop);
        return ExitCode.Done;
    }
}
