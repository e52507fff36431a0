using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Supervised warm start: the verbalizer learns to write summaries of what an activation has read, the reconstructor to read them.</summary>
public sealed class WarmStartTraining(NlaRecipe recipe, TrainingFolder folder, INlaData data, IProgressReporter progress)
{
    /// <summary>The two halves need nothing of each other and may as well be trained by two processes.</summary>
    public LossCurve RunVerbalizer(CancellationToken stop)
    {
        var folders = Folders();
        using var rotary = Rotary();
        using var weights = folders.VerbalizerWeights(recipe.Target);
        var examples = data.Examples(DataSplit.Verbalizer);
        var task = new VerbalizerTask(folders.Verbalizer(weights, rotary), data.Importance, step => examples.At(step, recipe.Verbalizer.Batch));
        var curve = new Trainer(folder.Training, recipe.Verbalizer, progress).Run(task, stop);
        folders.WriteVerbalizer(folder.WarmStart.Verbalizer, weights, Sidecar.WarmStarted);
        return curve;
    }

    public LossCurve RunReconstructor(CancellationToken stop)
    {
        var folders = Folders();
        using var rotary = Rotary();
        using var weights = folders.ReconstructorWeights(recipe.Target);
        var examples = data.Examples(DataSplit.Reconstructor);
        var task = new ReconstructorTask(folders.Reconstructor(weights, rotary), step => examples.At(step, recipe.Reconstructor.Batch));
        var curve = new Trainer(folder.Training, recipe.Reconstructor, progress).Run(task, stop);
        folders.WriteReconstructor(folder.WarmStart.Reconstructor, weights, Sidecar.WarmStarted);
        return curve;
    }

    private NlaFolders Folders() => new(recipe, data.Measure());

    private RotaryTable Rotary() => new(recipe.Architecture, recipe.ComputeType, Device.Cpu);
}
