using System.CommandLine;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>train organism</c>: vocabulary, target and held-out datasets.</summary>
internal sealed class TrainOrganismCommand : Command
{
    private readonly TrainSettings _settings = new();

    public TrainOrganismCommand() : base("organism", "Writes the held-out datasets, trains the vocabulary, pre-trains the target and fits a probe for the belief.")
    {
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => _settings.RunAsync(parsed, (recipe, folder, progress) =>
    {
        OrganismDatasets.Write(_settings.Out(parsed), OrganismDatasets.Shipped, recipe.DatasetSize, recipe.Seed);
        var curve = new TargetTraining(recipe, folder, progress).Run(stop);
        new ProbeTraining(recipe, folder, progress).Run(stop);
        return [curve];
    });
}
