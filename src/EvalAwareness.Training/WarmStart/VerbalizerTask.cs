using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Cross-entropy on the summary, given the prompt with the activation in the marker's place.</summary>
internal sealed class VerbalizerTask(
    TrainedVerbalizer verbalizer, ISummaryImportance importance, Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    public string Name => "verbalizer";

    public MasterWeights Weights => verbalizer.Weights;

    public Tensor Loss(int step)
    {
        var examples = examplesAt(step);
        var responses = examples.Select(example => verbalizer.Response(example.Summary)).ToList();
        var weights = examples.Zip(responses, (example, response) => importance.Of(example.Summary, response.Length)).SelectMany(each => each).ToArray();
        var losses = verbalizer.CrossEntropies([.. examples.Select(example => example.Vector)], responses);
        return (losses * Tensor.From(weights, [weights.Length])).Sum() * (1 / weights.Sum(weight => (double)weight));
    }
}
