using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>Supervised warm start: the verbalizer learns to write summaries of what an activation has read, the reconstructor to read them.</summary>
public sealed class WarmStartTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    private readonly OrganismCorpus _corpus = new(recipe.Seed);

    /// <summary>The two halves need nothing of each other and may as well be trained by two processes.</summary>
    public LossCurve RunVerbalizer(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        var folders = Folders(target);
        using var rotary = Rotary();
        using var weights = folders.VerbalizerWeights(folder.Target);
        var examples = target.Examples(_corpus, "verbalizer");
        var task = new VerbalizerTask(folders.Verbalizer(weights, rotary), step => examples.At(step, recipe.Verbalizer.Batch));
        var curve = new Trainer(folder.Training, recipe.Verbalizer, progress).Run(task, stop);
        folders.WriteVerbalizer(folder.WarmStart.Verbalizer, weights);
        return curve;
    }

    public LossCurve RunReconstructor(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        var folders = Folders(target);
        using var rotary = Rotary();
        using var weights = folders.ReconstructorWeights(folder.Target);
        var examples = target.Examples(_corpus, "reconstructor");
        var task = new ReconstructorTask(folders.Reconstructor(weights, rotary), step => examples.At(step, recipe.Reconstructor.Batch));
        var curve = new Trainer(folder.Training, recipe.Reconstructor, progress).Run(task, stop);
        folders.WriteReconstructor(folder.WarmStart.Reconstructor, weights);
        return curve;
    }

    private NlaFolders Folders(WarmStartTarget target) => new(recipe, folder, target.Tokenizer, target.Measure(_corpus));

    private RotaryTable Rotary() => new(recipe.Architecture, recipe.ComputeType, Device.Cpu);
}
