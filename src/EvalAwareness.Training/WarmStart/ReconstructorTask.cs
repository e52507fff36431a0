using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Squared error between the normalised prediction from a summary and the normalised activation.</summary>
internal sealed class ReconstructorTask(
    DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, ReconstructorPrompt prompt,
    Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    /// <summary>Name of the value head among the weights.</summary>
    public const string Head = "value_head.weight";

    public string Name => "reconstructor";

    public MasterWeights Weights => weights;

    public Tensor Loss(int step)
    {
        var examples = examplesAt(step);
        var prompts = examples.Select(example => prompt.Encode(example.Summary)).ToList();
        var stepWeights = weights.ForStep(rotary.Type);
        var decoder = new Decoder(configuration, stepWeights, rotary);
        var hidden = decoder.Forward(decoder.Embed(PaddedTokens.Create(prompts, Device.Cpu)));
        var last = PaddedTokens.Rows(hidden, prompts.Select((ids, row) => (row, ids.Length - 1)));
        var predicted = Normalized(last.Linear(stepWeights[Head]).To(ScalarType.Float32));       // [batch, d]
        var gold = examples.SelectMany(example => Injection.Scale(example.Vector, 1)).ToArray();
        var difference = predicted - Tensor.From(gold, [examples.Count, configuration.HiddenSize]);
        // Of unit vectors, the sum over d is the mean over d of vectors scaled to norm √d.
        return (difference * difference).Sum(-1).Mean();
    }

    private static Tensor Normalized(Tensor rows) => rows / (rows * rows).Sum(-1, keep: true).Sqrt();
}
