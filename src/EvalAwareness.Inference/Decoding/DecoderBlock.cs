using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Attention, then MLP, each between its norms and added to the residual stream.</summary>
internal sealed class DecoderBlock
{
    private readonly AttentionLayer _attention;
    private readonly GatedMlp _mlp;
    private readonly NormLayer _beforeAttention;
    private readonly NormLayer? _afterAttention;
    private readonly NormLayer _beforeMlp;
    private readonly NormLayer? _afterMlp;

    public DecoderBlock(DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights, RotaryTable rotary)
    {
        var norms = configuration.Architecture.Norms;
        _attention = new AttentionLayer(configuration, block, weights, rotary);
        _mlp = new GatedMlp(configuration, block, weights);
        _beforeAttention = Norm(norms.BeforeAttention);
        _afterAttention = norms.AfterAttention is { } afterAttention ? Norm(afterAttention) : null;
        _beforeMlp = Norm(norms.BeforeMlp);
        _afterMlp = norms.AfterMlp is { } afterMlp ? Norm(afterMlp) : null;

        NormLayer Norm(string name) => new(configuration, weights[$"{WeightNames.Block(block)}{name}.weight"]);
    }

    /// <param name="hidden">Residual stream, [batch, time, d].</param>
    /// <param name="cache">Tokens before these; null when there are none and none will follow.</param>
    public Tensor Forward(Tensor hidden, KeyValueCache? cache)
    {
        // What a block computes on the way is many times its output, and nobody needs it after the block.
        using var scope = TensorScope.Enter();
        var attended = Attend(hidden, cache);
        return scope.Return(AddTo(attended, residual => _mlp.Forward(_beforeMlp.Forward(attended), residual), _afterMlp));
    }

    private Tensor Attend(Tensor hidden, KeyValueCache? cache)
    {
        using var scope = TensorScope.Enter();
        return scope.Return(AddTo(hidden, residual => _attention.Forward(_beforeAttention.Forward(hidden), residual, cache), _afterAttention));
    }

    /// <summary>What a half of the block writes, added to the residual stream: by its last product, unless a norm stands between.</summary>
    private static Tensor AddTo(Tensor residual, Func<Tensor?, Tensor> half, NormLayer? after) =>
        after is null ? half(residual) : residual + after.Forward(half(null));
}
