using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    // A composed attention holds all its scores at once; from here on the fused kernel, which holds a tile of them, is the better trade.
    private const long MostComposedScores = 1 << 26;

    /// <summary>softmax(q kᵀ / √d) v. All [batch, heads, time, d]; keys and values may have fewer heads, which groups of queries share.</summary>
    /// <param name="causal">Query t sees keys 0 to t: only for queries and keys of the same length.</param>
    /// <param name="mask">Added to the scores, [queries, keys]; not together with <paramref name="causal"/>.</param>
    public static Tensor Attention(Tensor query, Tensor key, Tensor value, bool causal = false, Tensor? mask = null)
    {
        const string Name = "scaled_dot_product_attention";
        Shapes.Require(query.Rank == 4 && key.Rank == 4 && key.Shape.SequenceEqual(value.Shape), Name, $"{query}, {key}, {value} do not fit");
        Shapes.Require(query.Size(0) == key.Size(0) && query.Size(-1) == key.Size(-1), Name, $"query {query} does not fit key {key}");
        Shapes.Require(query.Size(1) % key.Size(1) == 0, Name, $"{query.Size(1)} heads cannot share {key.Size(1)}");
        Shapes.Require(!causal || (mask is null && query.Size(2) == key.Size(2)), Name, "causal attention needs equal lengths and no mask");
        Shapes.Require(mask is null || mask.Shape.SequenceEqual([query.Size(2), key.Size(2)]), Name, $"mask {mask} does not fit {query} and {key}");
        Shapes.RequireSameType(Name, query, key);
        return IsFasterComposed(query, key) ? ComposedAttention(query, key, value, causal, mask) : FusedAttention(query, key, value, causal, mask);
    }

    /// <summary>Attention of one new token per sequence over a cache that is not full yet. Carries no gradient.</summary>
    /// <param name="query">[batch, heads, 1, d].</param>
    /// <param name="keys">[batch, shared, capacity, d], contiguous; groups of queries share a head.</param>
    /// <param name="values">Same shape.</param>
    /// <param name="seen">Tokens that the cache holds, the new one included.</param>
    public static Tensor CachedAttention(Tensor query, Tensor keys, Tensor values, int seen)
    {
        const string Name = "cached_attention";
        Shapes.Require(query.Rank == 4 && keys.Rank == 4 && keys.Shape.SequenceEqual(values.Shape), Name, $"{query}, {keys}, {values} do not fit");
        Shapes.Require(
            query.Size(0) == keys.Size(0) && query.Size(1) % keys.Size(1) == 0 && query.Size(2) == 1 && query.Size(3) == keys.Size(3),
            Name, $"query {query} does not fit keys {keys}");
        Shapes.Require(seen >= 1 && seen <= keys.Size(2), Name, $"{keys} cannot hold {seen} tokens");
        Shapes.RequireSameType(Name, query, keys);
        if (Kernels.CachedAttention.CanRun(query, keys))
            return Kernels.CachedAttention.Run(query, keys, values, seen);
        // One new token sees everything, so the queries that share a head can stand in for time: no key is copied per group.
        var grouped = query.Reshape(query.Size(0), keys.Size(1), -1, query.Size(3));
        return Attention(grouped, keys.Slice(2, 0, seen), values.Slice(2, 0, seen)).Reshape([.. query.Shape]);
    }

    /// <summary>Scores to add so that the last of the keys is seen by the last of the queries only.</summary>
    /// <returns>[queries, keys]: 0 where key k is visible to query q, that is k ≤ keys - queries + q; else minus infinity.</returns>
    public static Tensor CausalMask(long queries, long keys, ScalarType type, Device device)
    {
        using var scope = TensorScope.Enter();
        var hidden = Scalar(double.NegativeInfinity, type, device).Expand(queries, keys);
        return scope.Return(Dispatcher.Call("aten::triu"u8, ""u8, Of(hidden), Of(keys - queries + 1)));
    }

    /// <summary>
    /// On the CPU the fused kernel multiplies tile by tile through a library that has no fast path for bfloat16: whole
    /// products are two to five times as fast, forwards and backwards (LibTorch 2.10, AMD Zen 5).
    /// </summary>
    private static bool IsFasterComposed(Tensor query, Tensor key) =>
        query is { Type: ScalarType.BFloat16, Device.IsCpu: true } && query.ElementCount / query.Size(-1) * key.Size(2) <= MostComposedScores;

    private static Tensor ComposedAttention(Tensor query, Tensor key, Tensor value, bool causal, Tensor? mask)
    {
        var (batch, shared, queries, keys) = (query.Size(0), key.Size(1), query.Size(2), key.Size(2));
        var group = query.Size(1) / shared;
        var rows = (query * (1 / Math.Sqrt(query.Size(-1)))).Reshape(batch, shared, group * queries, query.Size(-1));
        var scores = rows.MatMul(key.Transpose(2, 3));                                            // [batch, shared, group · queries, keys]
        if (causal)
            mask = CausalMask(queries, keys, query.Type, query.Device);
        if (mask is not null)
            scores = (scores.Reshape(batch, shared, group, queries, keys) + mask).Reshape([.. scores.Shape]);
        return scores.Softmax(-1).MatMul(value).Reshape([.. query.Shape]);
    }

    private static Tensor FusedAttention(Tensor query, Tensor key, Tensor value, bool causal, Tensor? mask) => Dispatcher.Call(
        "aten::scaled_dot_product_attention"u8, ""u8,
        Of(query), Of(key), Of(value), Optional(mask), Of(0.0), Of(causal), Dispatcher.None, Of(query.Size(1) != key.Size(1)));
}
