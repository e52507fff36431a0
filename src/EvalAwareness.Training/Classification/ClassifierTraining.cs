using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Classification;

/// <summary>Trains a classifier on labelled texts and leaves it in a folder.</summary>
public sealed class ClassifierTraining(ClassifierRecipe recipe, string folder, IProgressReporter progress)
{
    private const double WarmupShare = 0.06;

    /// <summary>Runs to the last step; started again after a stop it goes on from the last saved state.</summary>
    /// <param name="name">Name of the classifier.</param>
    /// <param name="texts">What it learns from.</param>
    /// <param name="origin">Where the texts come from, to be read by people: kept in the classifier's file.</param>
    /// <param name="compute">In which type the encoder's matrices multiply.</param>
    /// <param name="stop">Cancels between steps.</param>
    /// <returns>The loss of every step.</returns>
    /// <exception cref="RefusedException">The texts do not make classes, or the folder holds the state of another training.</exception>
    public LossCurve Run(
        string name, IReadOnlyList<LabelledText> texts, IReadOnlyDictionary<string, string> origin, ComputeOptions compute, CancellationToken stop)
    {
        using var encoder = PackagedEncoder.Load();
        var examples = new ClassifierExamples(texts, encoder.Pieces, recipe);
        var task = new ClassifierTask(recipe, encoder, examples, compute.Type);
        using var weights = task.Weights;
        var steps = recipe.Epochs * examples.StepsOfEpoch;
        var options = new TrainingOptions
        {
            Steps = steps, LearningRate = recipe.LearningRate, Batch = recipe.Batch, Warmup = (int)(WarmupShare * steps),
        };
        var curve = new Trainer(folder, options, progress).Run(task, stop);
        Write(new ClassifierFile(name, PackagedEncoder.Name, encoder.Sha256, recipe.Rank, recipe.Scale, examples.Classes, Trained(origin, examples.Count)), weights);
        return curve;
    }

    private void Write(ClassifierFile file, MasterWeights weights)
    {
        using var scope = TensorScope.Enter();
        var tensors = weights.ByName.ToDictionary(weight => weight.Key, weight => weight.Value.Detach().To(ScalarType.BFloat16));
        SafetensorsWriter.Write(Path.Combine(folder, ClassifierFile.WeightsName), tensors);
        file.Write(folder);
    }

    private Dictionary<string, string> Trained(IReadOnlyDictionary<string, string> origin, int count) => new(origin)
    {
        ["texts"] = $"{count}",
        ["epochs"] = $"{recipe.Epochs}",
        ["batch"] = $"{recipe.Batch}",
        ["learning_rate"] = $"{recipe.LearningRate}",
        ["dropout"] = $"{recipe.Dropout}",
        ["seed"] = $"{recipe.Seed}",
    };
}
