using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Pre-norm block: attention, then MLP, each added to the residual stream.</summary>
internal sealed class DecoderBlock(
    DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights, RotaryTable rotary)
{
    private readonly AttentionLayer _attention = new(configuration, block, weights, rotary);
    private readonly GatedMlp _mlp = new(block, weights);
    private readonly Tensor _attentionNorm = weights[WeightNames.Block(block) + "input_layernorm.weight"];
    private readonly Tensor _mlpNorm = weights[WeightNames.Block(block) + "post_attention_layernorm.weight"];

    /// <param name="hidden">Residual stream, [batch, time, d].</param>
    /// <param name="cache">Tokens before these; null when there are none and none will follow.</param>
    public Tensor Forward(Tensor hidden, KeyValueCache? cache)
    {
        // What a block computes on the way is many times its output, and nobody needs it after the block.
        using var scope = TensorScope.Enter();
        var attended = Attend(hidden, cache);
        return scope.Return(_mlp.Forward(attended.RmsNorm(_mlpNorm, configuration.NormEpsilon), attended));
    }

    private Tensor Attend(Tensor hidden, KeyValueCache? cache)
    {
        using var scope = TensorScope.Enter();
        return scope.Return(_attention.Forward(hidden.RmsNorm(_attentionNorm, configuration.NormEpsilon), hidden, cache));
    }
}
