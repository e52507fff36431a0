using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Training.Optimization;

/// <summary>A task with what its training needs and leaves: an optimizer and a loss curve.</summary>
internal sealed class Trainee(ITrainingTask task, string folder) : IDisposable
{
    public ITrainingTask Task => task;

    public Optimizer Optimizer { get; } = new(task.Weights);

    public LossCurve Curve { get; } = new(Path.Combine(folder, $"{task.Name}.loss.csv"), task.Name);

    public void Step(int step, double learningRate)
    {
        using var scope = TensorScope.Enter();
        var loss = task.Loss(step);
        Gradients.Backward(loss, [.. task.Weights.Leaves]);
        var own = learningRate * task.LearningRateShare;
        var norm = Optimizer.Step(own);
        Curve.Add(new LossPoint(step, loss.Detach().Item(), norm, own));
    }

    public void Dispose() => Optimizer.Dispose();
}
