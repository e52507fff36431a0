using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Optimization;

/// <summary>Weights, moments and step of an unfinished training, in one file that is replaced as a whole.</summary>
internal sealed class TrainingState(string path)
{
    private const string StepName = "step";

    /// <summary>Continues where the file stopped.</summary>
    /// <returns>Steps already done; 0 without a file.</returns>
    public int Restore(IReadOnlyList<Trainee> trainees)
    {
        if (!File.Exists(path))
            return 0;
        using var file = SafetensorsFile.Open(path);
        using var scope = TensorScope.Enter();
        foreach (var trainee in trainees)
        {
            trainee.Task.Weights.Restore(file, WeightPrefix(trainee));
            foreach (var (name, tensor) in trainee.Optimizer.State)
                tensor.CopyFrom(file.View(OptimizerPrefix(trainee) + name));
        }
        return (int)file.View(StepName).Item();
    }

    public void Save(IReadOnlyList<Trainee> trainees, int step)
    {
        using var scope = TensorScope.Enter();
        var tensors = new Dictionary<string, Tensor> { [StepName] = Tensor.Scalar(step) };
        foreach (var trainee in trainees)
        {
            foreach (var (name, tensor) in trainee.Task.Weights.ByName)
                tensors[WeightPrefix(trainee) + name] = tensor;
            foreach (var (name, tensor) in trainee.Optimizer.State)
                tensors[OptimizerPrefix(trainee) + name] = tensor;
        }
        SafetensorsWriter.Write(path, tensors);
    }

    private static string WeightPrefix(Trainee trainee) => $"{trainee.Task.Name}.weights.";

    private static string OptimizerPrefix(Trainee trainee) => $"{trainee.Task.Name}.optimizer.";
}
