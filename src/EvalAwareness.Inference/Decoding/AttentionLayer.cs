using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Grouped-query self-attention with rotary positions, over everything before a token or a window of it.</summary>
internal sealed class AttentionLayer(
    DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights, RotaryTable rotary)
{
    private readonly string _prefix = WeightNames.Block(block) + "self_attn.";
    private readonly int? _window = configuration.WindowOf(block);
    private readonly double _scale = 1 / Math.Sqrt(configuration.QueryScalar);
    private readonly NormLayer? _queryNorm = HeadNorm(configuration, block, weights, "q_norm");
    private readonly NormLayer? _keyNorm = HeadNorm(configuration, block, weights, "k_norm");

    /// <param name="normed">Normalised input, [batch, time, d].</param>
    /// <param name="residual">What the output is added to, [batch, time, d]; null for nothing.</param>
    /// <param name="cache">Tokens before these; null when there are none and none will follow.</param>
    public Tensor Forward(Tensor normed, Tensor? residual, KeyValueCache? cache)
    {
        var offset = cache?.Length ?? 0;
        var query = rotary.Apply(Heads(normed, "q_proj", configuration.Heads, _queryNorm), offset, block);
        var key = rotary.Apply(Heads(normed, "k_proj", configuration.KeyValueHeads, _keyNorm), offset, block);
        var value = Heads(normed, "v_proj", configuration.KeyValueHeads, norm: null);
        var mixed = cache is null ? Attend(query, key, value) : Extend(cache, query, key, value);
        var rows = mixed.Transpose(1, 2).Reshape(-1, configuration.AttentionWidth);              // [batch · time, heads · size]
        return rows.Linear(weights[_prefix + "o_proj.weight"], residual?.Reshape(-1, configuration.HiddenSize))
            .Reshape([.. normed.Shape]);
    }

    /// <returns>[batch, heads, time, size].</returns>
    private Tensor Heads(Tensor normed, string projection, int heads, NormLayer? norm)
    {
        var bias = configuration.Architecture.HasAttentionBias ? weights[$"{_prefix}{projection}.bias"] : null;
        var states = normed.Linear(weights[$"{_prefix}{projection}.weight"], bias)
            .Reshape(normed.Size(0), normed.Size(1), heads, configuration.HeadSize);
        return (norm?.Forward(states) ?? states).Transpose(1, 2);
    }

    private static NormLayer? HeadNorm(DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights, string name) =>
        configuration.Architecture.NormalizesHeads
            ? new(configuration, weights[$"{WeightNames.Block(block)}self_attn.{name}.weight"])
            : null;

    private Tensor Attend(Tensor query, Tensor key, Tensor value) =>
        _window < query.Size(2)
            ? Tensor.Attention(query, key, value, mask: Mask(query, key), scale: _scale)
            : Tensor.Attention(query, key, value, causal: true, scale: _scale);

    /// <summary>Appends the new tokens to the cache; each sees what is in it up to itself.</summary>
    private Tensor Extend(KeyValueCache cache, Tensor query, Tensor key, Tensor value)
    {
        cache.Append(block, key, value);
        if (query.Size(2) == 1)
            return cache.Attend(block, query, _window, _scale);
        var (keys, values) = cache.Held(block, fresh: query.Size(2));
        return Tensor.Attention(query, keys, values, mask: Mask(query, keys), scale: _scale);
    }

    private Tensor Mask(Tensor query, Tensor keys) =>
        Tensor.CausalMask(query.Size(2), keys.Size(2), query.Type, query.Device, _window);
}
