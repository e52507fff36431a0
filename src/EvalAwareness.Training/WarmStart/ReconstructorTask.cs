using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Squared error between the normalised prediction from a summary and the normalised activation.</summary>
internal sealed class ReconstructorTask(TrainedReconstructor reconstructor, Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    public const string TaskName = "reconstructor";

    public string Name => TaskName;

    public MasterWeights Weights => reconstructor.Weights;

    public double LearningRateShare { get; init; } = 1;

    public Tensor Loss(int step)
    {
        var examples = examplesAt(step);
        return reconstructor.SquaredErrors(
            [.. examples.Select(example => example.Summary)], [.. examples.Select(example => example.Vector)]).Mean();
    }
}
