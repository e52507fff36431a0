using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>A reconstructor whose weights are being trained.</summary>
/// <param name="configuration">Its architecture, K + 1 blocks.</param>
/// <param name="weights">Its weights, value head included.</param>
/// <param name="rotary">Gives the type a step computes in.</param>
/// <param name="prompt">Its prompt.</param>
internal sealed class TrainedReconstructor(
    DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, ReconstructorPrompt prompt)
{
    /// <summary>Name of the value head among the weights.</summary>
    public const string Head = "value_head.weight";

    public MasterWeights Weights => weights;

    /// <summary>Mean squared differences between what explanations predict and the activations, both scaled to norm √d.</summary>
    /// <returns>[explanations], each in [0, 4].</returns>
    public Tensor SquaredErrors(IReadOnlyList<string> explanations, IReadOnlyList<float[]> vectors)
    {
        var prompts = explanations.Select(prompt.Encode).ToList();
        var stepWeights = weights.ForStep(rotary.Type);
        var decoder = new Decoder(configuration, stepWeights, rotary);
        var hidden = decoder.Forward(decoder.Embed(PaddedTokens.Create(prompts, Device.Cpu)));
        var last = PaddedTokens.Rows(hidden, prompts.Select((ids, row) => (row, ids.Length - 1)));
        var predicted = Normalized(last.Linear(stepWeights[Head]).To(ScalarType.Float32));       // [batch, d]
        var gold = vectors.SelectMany(vector => Injection.Scale(vector, 1)).ToArray();
        var difference = predicted - Tensor.From(gold, [vectors.Count, configuration.HiddenSize]);
        // Of unit vectors, the sum over d is the mean over d of vectors scaled to norm √d.
        return (difference * difference).Sum(-1);
    }

    private static Tensor Normalized(Tensor rows) => rows / (rows * rows).Sum(-1, keep: true).Sqrt();
}
