using EvalAwareness.Core;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Optimization;

/// <summary>Weights, moments and step of an unfinished training, in one file that is replaced as a whole.</summary>
internal sealed class TrainingState(string path)
{
    private const string StepName = "step";

    /// <summary>Continues where the file stopped.</summary>
    /// <returns>Steps already done; 0 without a file.</returns>
    /// <exception cref="RefusedException">The file holds the state of another training.</exception>
    public int Restore(IReadOnlyList<Trainee> trainees)
    {
        if (!File.Exists(path))
            return 0;
        using var file = SafetensorsFile.Open(path);
        RequireAll(file, trainees);
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

    private void RequireAll(SafetensorsFile file, IReadOnlyList<Trainee> trainees)
    {
        var missing = trainees.SelectMany(Names).Append(StepName).FirstOrDefault(name => !file.Entries.ContainsKey(name));
        if (missing is not null)
            throw new RefusedException($"{path}: {missing} is missing, so this is the state of another training. Delete the file to begin anew.");
    }

    private static IEnumerable<string> Names(Trainee trainee) =>
    [
        .. trainee.Task.Weights.ByName.Select(pair => WeightPrefix(trainee) + pair.Key),
        .. trainee.Optimizer.State.Select(pair => OptimizerPrefix(trainee) + pair.Key),
    ];

    private static string WeightPrefix(Trainee trainee) => $"{trainee.Task.Name}.weights.";

    private static string OptimizerPrefix(Trainee trainee) => $"{trainee.Task.Name}.optimizer.";
}
