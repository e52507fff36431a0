using EvalAwareness.Core.Progress;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Training.Optimization;

/// <summary>Trains a task to its last step; killed at any moment and started again, it goes on from the last saved state.</summary>
internal sealed class Trainer(string folder, TrainingOptions options, IProgressReporter progress)
{
    /// <returns>The loss of every step done by this call and before it.</returns>
    public LossCurve Run(ITrainingTask task, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        using var optimizer = new Optimizer(task.Weights);
        var state = new TrainingState(Path.Combine(folder, $"{task.Name}.state.safetensors"));
        var curve = new LossCurve(Path.Combine(folder, $"{task.Name}.loss.csv"), task.Name);
        var done = state.Restore(task.Weights, optimizer);
        curve.Keep(done);
        using var stage = progress.Begin($"training {task.Name}", options.Steps, "steps");
        stage.Advance(done);
        for (var step = done; step < options.Steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            curve.Add(Step(task, optimizer, step));
            stage.Advance(1);
            stage.Describe($"loss {curve.Recent:f4}");
            if ((step + 1) % options.SaveEvery == 0 || step + 1 == options.Steps)
                Save(task, optimizer, state, curve, step + 1);
        }
        return curve;
    }

    private LossPoint Step(ITrainingTask task, Optimizer optimizer, int step)
    {
        using var scope = TensorScope.Enter();
        var loss = task.Loss(step);
        Gradients.Backward(loss, [.. task.Weights.Leaves]);
        var rate = new CosineSchedule(options.LearningRate, options.Warmup, options.Steps).At(step);
        var norm = optimizer.Step(rate);
        return new LossPoint(step, loss.Detach().Item(), norm, rate);
    }

    private static void Save(ITrainingTask task, Optimizer optimizer, TrainingState state, LossCurve curve, int step)
    {
        curve.Write();
        state.Save(task.Weights, optimizer, step);
    }
}
