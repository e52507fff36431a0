using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Training.Optimization;

/// <summary>A task with what its training needs and leaves: an optimizer and a loss curve.</summary>
/// <param name="task">What is trained.</param>
/// <param name="folder">Where the curve goes.</param>
/// <param name="training">Name of the training: the same task may be part of several in one folder.</param>
internal sealed class Trainee(ITrainingTask task, string folder, string training) : IDisposable
{
    public ITrainingTask Task => task;

    public Optimizer Optimizer { get; } = new(task.Weights);

    public LossCurve Curve { get; } = new(
        Path.Combine(folder, training == task.Name ? $"{task.Name}.loss.csv" : $"{training}.{task.Name}.loss.csv"), task.Name);

    public void Step(int step, double learningRate)
    {
        using var scope = TensorScope.Enter();
        var loss = task.Loss(step);
        Gradients.Backward(loss, [.. task.Weights.Leaves]);
        var own = learningRate * task.LearningRateShare;
        var norm = Optimizer.Step(own);
        Curve.Add(new LossPoint(step, loss.Detach().Item(), norm, own));
    }

    /// <summary>Reads back the curve's first steps.</summary>
    public void Keep(int steps) => Curve.Keep(steps);

    public void Dispose() => Optimizer.Dispose();
}
