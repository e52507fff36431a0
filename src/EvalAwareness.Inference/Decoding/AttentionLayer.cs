using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Grouped-query self-attention with rotary positions (Qwen2: biases on query, key and value only).</summary>
internal sealed class AttentionLayer(
    DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights, RotaryTable rotary)
{
    private readonly string _prefix = WeightNames.Block(block) + "self_attn.";

    /// <param name="normed">Normalised input, [batch, time, d].</param>
    /// <param name="residual">What the output is added to, [batch, time, d].</param>
    /// <param name="cache">Tokens before these; null when there are none and none will follow.</param>
    public Tensor Forward(Tensor normed, Tensor residual, KeyValueCache? cache)
    {
        var offset = cache?.Length ?? 0;
        var query = rotary.Apply(Heads(normed, "q_proj", configuration.Heads), offset);
        var key = rotary.Apply(Heads(normed, "k_proj", configuration.KeyValueHeads), offset);
        var value = Heads(normed, "v_proj", configuration.KeyValueHeads);
        var mixed = cache is null ? Tensor.Attention(query, key, value, causal: true) : Extend(cache, query, key, value);
        var rows = mixed.Transpose(1, 2).Reshape(-1, configuration.HiddenSize);                  // [batch · time, d]
        return rows.Linear(weights[_prefix + "o_proj.weight"], residual.Reshape(-1, configuration.HiddenSize))
            .Reshape([.. residual.Shape]);
    }

    /// <returns>[batch, heads, time, size].</returns>
    private Tensor Heads(Tensor normed, string projection, int heads) =>
        normed.Linear(weights[_prefix + projection + ".weight"], weights[_prefix + projection + ".bias"])
            .Reshape(normed.Size(0), normed.Size(1), heads, configuration.HeadSize)
            .Transpose(1, 2);

    /// <summary>Appends the new tokens to the cache; each sees what is in it up to itself.</summary>
    private Tensor Extend(KeyValueCache cache, Tensor query, Tensor key, Tensor value)
    {
        cache.Append(block, key, value);
        if (query.Size(2) == 1)
            return cache.Attend(block, query);
        var (keys, values) = cache.Held(block, fresh: query.Size(2));
        return Tensor.Attention(query, keys, values, mask: Tensor.CausalMask(query.Size(2), keys.Size(2), query.Type, query.Device));
    }
}
