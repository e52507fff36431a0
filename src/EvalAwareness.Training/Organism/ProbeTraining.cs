using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Evaluation;

namespace EvalAwareness.Training.Organism;

/// <summary>Fits the probe that tells how much of the belief the target's activations hold.</summary>
public sealed class ProbeTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    public void Run(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        ProbeFile.Write(folder.Probe, target.Probe(new OrganismCorpus(recipe.Seed), progress, stop));
    }
}
