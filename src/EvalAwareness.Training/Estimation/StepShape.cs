using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Training.Estimation;

/// <summary>The size of one training step.</summary>
/// <param name="Sequences">Sequences of it.</param>
/// <param name="Tokens">Tokens of each.</param>
internal sealed record StepShape(long Sequences, long Tokens)
{
    // What a block keeps for its backward pass, counted in this engine: normalised inputs, output and two residual streams of width d; query,
    // key, value and mixed heads of the heads' width; gate, up, their activation and product of the MLP's width; scores and probabilities of every head.
    private const int OfWidth = 5;
    private const int OfHeads = 4;
    private const int OfMlp = 4;
    private const int OfAttention = 2;

    /// <summary>Bytes kept between the forward and the backward pass.</summary>
    public double ActivationBytes(DecoderConfiguration configuration, int stepType)
    {
        double block = OfWidth * configuration.HiddenSize + OfHeads * configuration.AttentionWidth + OfMlp * configuration.IntermediateSize + OfAttention * configuration.Heads * Tokens;
        return Sequences * Tokens * block * configuration.Blocks * stepType;
    }

    /// <summary>Bytes of the scores over the vocabulary, in the step's type, in float32, and as log-probabilities.</summary>
    public double LogitBytes(DecoderConfiguration configuration, long scored, int stepType) =>
        (double)Sequences * scored * configuration.VocabularySize * (stepType + 2 * sizeof(float));
}
