using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Optimization;

/// <summary>Weights, moments and step of an unfinished training, in one file that is replaced as a whole.</summary>
internal sealed class TrainingState(string path)
{
    private const string WeightPrefix = "weights.";
    private const string OptimizerPrefix = "optimizer.";
    private const string StepName = "step";

    /// <summary>Continues where the file stopped.</summary>
    /// <returns>Steps already done; 0 without a file.</returns>
    public int Restore(MasterWeights weights, Optimizer optimizer)
    {
        if (!File.Exists(path))
            return 0;
        using var file = SafetensorsFile.Open(path);
        weights.Restore(file, WeightPrefix);
        using var scope = TensorScope.Enter();
        foreach (var (name, tensor) in optimizer.State)
            tensor.CopyFrom(file.View(OptimizerPrefix + name));
        return (int)file.View(StepName).Item();
    }

    public void Save(MasterWeights weights, Optimizer optimizer, int step)
    {
        using var scope = TensorScope.Enter();
        var tensors = weights.ByName.ToDictionary(pair => WeightPrefix + pair.Key, pair => pair.Value);
        foreach (var (name, tensor) in optimizer.State)
            tensors[OptimizerPrefix + name] = tensor;
        tensors[StepName] = Tensor.Scalar(step);
        SafetensorsWriter.Write(path, tensors);
    }

    public void Delete() => File.Delete(path);
}
