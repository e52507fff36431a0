using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Cross-entropy on the summary, given the prompt with the activation in the marker's place.</summary>
internal sealed class VerbalizerTask(TrainedVerbalizer verbalizer, Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    private readonly SummaryImportance _importance = new(verbalizer.Tokenizer);

    public string Name => "verbalizer";

    public MasterWeights Weights => verbalizer.Weights;

    public Tensor Loss(int step)
    {
        var examples = examplesAt(step);
        var responses = examples.Select(example => verbalizer.Response(example.Summary)).ToList();
        var importance = examples.Zip(responses, (example, response) => _importance.Of(example.Summary, response.Length)).SelectMany(each => each).ToArray();
        var losses = verbalizer.CrossEntropies([.. examples.Select(example => example.Vector)], responses);
        return (losses * Tensor.From(importance, [importance.Length])).Sum() * (1 / importance.Sum(weight => (double)weight));
    }
}
