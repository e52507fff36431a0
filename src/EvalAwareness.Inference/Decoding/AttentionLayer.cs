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
        if (cache is not null)
            (key, value) = cache.Append(block, key, value);
        var mixed = Attend(query, key, value);                                                  // [batch, heads, time, size]
        var rows = mixed.Transpose(1, 2).Reshape(-1, configuration.HiddenSize);                  // [batch · time, d]
        return rows.Linear(weights[_prefix + "o_proj.weight"], residual.Reshape(-1, configuration.HiddenSize))
            .Reshape([.. residual.Shape]);
    }

    /// <returns>[batch, heads, time, size].</returns>
    private Tensor Heads(Tensor normed, string projection, int heads) =>
        normed.Linear(weights[_prefix + projection + ".weight"], weights[_prefix + projection + ".bias"])
            .Reshape(normed.Size(0), normed.Size(1), heads, configuration.HeadSize)
            .Transpose(1, 2);

    private Tensor Attend(Tensor query, Tensor key, Tensor value)
    {
        var (fresh, total) = (query.Size(2), key.Size(2));
        if (fresh == 1)
            return AttendLast(query, key, value);
        return fresh == total
            ? Tensor.Attention(query, key, value, causal: true)
            : Tensor.Attention(query, key, value, mask: CausalMask.Create(fresh, total, query.Type, query.Device));
    }

    /// <summary>One new token sees everything, so the queries that share a head can stand in for time: no key is copied per group.</summary>
    private Tensor AttendLast(Tensor query, Tensor key, Tensor value)
    {
        var group = configuration.Heads / configuration.KeyValueHeads;
        var grouped = query.Reshape(query.Size(0), configuration.KeyValueHeads, group, configuration.HeadSize);
        return Tensor.Attention(grouped, key, value).Reshape(query.Size(0), configuration.Heads, 1, configuration.HeadSize);
    }
}
