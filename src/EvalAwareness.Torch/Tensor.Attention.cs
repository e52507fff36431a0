using EvalAwareness.Torch.Kernels;
using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    // A composed attention holds all its scores at once; from here on the fused kernel, which holds a tile of them, is the better trade.
    private const long MostComposedScores = 1 << 26;

    /// <summary>softmax(scale · q kᵀ) v. All [batch, heads, time, d]; keys and values may have fewer heads, which groups of queries share.</summary>
    /// <param name="causal">Query t sees keys 0 to t: only for queries and keys of the same length.</param>
    /// <param name="mask">Added to the scores, [queries, keys]; not together with <paramref name="causal"/>.</param>
    /// <param name="scale">Factor of the scores; 1 / √d when null.</param>
    public static Tensor Attention(
        Tensor query, Tensor key, Tensor value, bool causal = false, Tensor? mask = null, double? scale = null)
    {
        const string Name = "scaled_dot_product_attention";
        Shapes.Require(query.Rank == 4 && key.Rank == 4 && key.Shape.SequenceEqual(value.Shape), Name, $"{query}, {key}, {value} do not fit");
        Shapes.Require(query.Size(0) == key.Size(0) && query.Size(-1) == key.Size(-1), Name, $"query {query} does not fit key {key}");
        Shapes.Require(query.Size(1) % key.Size(1) == 0, Name, $"{query.Size(1)} heads cannot share {key.Size(1)}");
        Shapes.Require(!causal || (mask is null && query.Size(2) == key.Size(2)), Name, "causal attention needs equal lengths and no mask");
        Shapes.Require(mask is null || mask.Shape.SequenceEqual([query.Size(2), key.Size(2)]), Name, $"mask {mask} does not fit {query} and {key}");
        Shapes.RequireSameType(Name, query, key);
        var factor = scale ?? 1 / Math.Sqrt(query.Size(-1));
        return IsFasterComposed(query, key)
            ? ComposedAttention(query, key, value, causal, mask, factor)
            : FusedAttention(query, key, value, causal, mask, factor);
    }

    /// <summary>Attention of one new token per sequence over a cache that is not full yet. Carries no gradient.</summary>
    /// <param name="query">[batch, heads, 1, d].</param>
    /// <param name="keys">[batch, shared, capacity, d], contiguous; groups of queries share a head.</param>
    /// <param name="values">Same shape.</param>
    /// <param name="held">Tokens that the cache holds, the new one included.</param>
    /// <param name="window">How many of the newest are seen; all when null.</param>
    /// <param name="scale">Factor of the scores; 1 / √d when null.</param>
    public static Tensor CachedAttention(Tensor query, Tensor keys, Tensor values, int held, int? window = null, double? scale = null)
    {
        const string Name = "cached_attention";
        Shapes.Require(query.Rank == 4 && keys.Rank == 4 && keys.Shape.SequenceEqual(values.Shape), Name, $"{query}, {keys}, {values} do not fit");
        Shapes.Require(
            query.Size(0) == keys.Size(0) && query.Size(1) % keys.Size(1) == 0 && query.Size(2) == 1 && query.Size(3) == keys.Size(3),
            Name, $"query {query} does not fit keys {keys}");
        Shapes.Require(held >= 1 && held <= keys.Size(2), Name, $"{keys} cannot hold {held} tokens");
        Shapes.Require(window is null or >= 1, Name, $"a window of {window} shows nothing");
        Shapes.RequireSameType(Name, query, keys);
        var (first, factor) = (Math.Max(0, held - (window ?? held)), scale ?? 1 / Math.Sqrt(query.Size(-1)));
        if (Kernels.CachedAttention.CanRun(query, keys))
            return Kernels.CachedAttention.Run(query, keys, values, first, held, factor);
        // One new token sees all that is in its window, so the queries that share a head can stand in for time: no key is copied per group.
        var grouped = query.Reshape(query.Size(0), keys.Size(1), -1, query.Size(3));
        return Attention(grouped, keys.Slice(2, first, held), values.Slice(2, first, held), scale: factor).Reshape([.. query.Shape]);
    }

    /// <summary>Scores to add so that the last of the keys is seen by the last of the queries only.</summary>
    /// <param name="window">How many of the newest keys up to itself a query sees; all when null.</param>
    /// <returns>[queries, keys]: 0 where key k is visible to query q, that is p - window &lt; k ≤ p with p = keys - queries + q; else minus infinity.</returns>
    public static Tensor CausalMask(long queries, long keys, ScalarType type, Device device, int? window = null)
    {
        using var scope = TensorScope.Enter();
        var hidden = Scalar(double.NegativeInfinity, type, device).Expand(queries, keys);
        var later = Dispatcher.Call("aten::triu"u8, ""u8, Of(hidden), Of(keys - queries + 1));
        return scope.Return(
            window is { } width ? later + Dispatcher.Call("aten::tril"u8, ""u8, Of(hidden), Of(keys - queries - width)) : later);
    }

    /// <summary>
    /// On the CPU the fused kernel multiplies tile by tile through a library that has no fast path for bfloat16: whole
    /// products are two to five times as fast, forwards and backwards (LibTorch 2.10, AMD Zen 5).
    /// </summary>
    private static bool IsFasterComposed(Tensor query, Tensor key) =>
        OwnKernels.Serve(query, evenWithHistory: true) && query.ElementCount / query.Size(-1) * key.Size(2) <= MostComposedScores;

    private static Tensor ComposedAttention(Tensor query, Tensor key, Tensor value, bool causal, Tensor? mask, double scale)
    {
        var (batch, shared, queries, keys) = (query.Size(0), key.Size(1), query.Size(2), key.Size(2));
        var group = query.Size(1) / shared;
        // A factor in float32: rounded to the queries' own type it would bend every score the same way.
        var rows = (query * Scalar(scale, ScalarType.Float32, query.Device)).Reshape(batch, shared, group * queries, query.Size(-1));
        var scores = rows.MatMul(key.Transpose(2, 3));                                            // [batch, shared, group · queries, keys]
        if (causal)
            mask = CausalMask(queries, keys, query.Type, query.Device);
        if (mask is not null)
            scores = (scores.Reshape(batch, shared, group, queries, keys) + mask).Reshape([.. scores.Shape]);
        return scores.Softmax(-1).MatMul(value).Reshape([.. query.Shape]);
    }

    private static Tensor FusedAttention(Tensor query, Tensor key, Tensor value, bool causal, Tensor? mask, double scale) => Dispatcher.Call(
        "aten::scaled_dot_product_attention"u8, ""u8,
        Of(query), Of(key), Of(value), Optional(mask), Of(0.0), Of(causal), Optional(scale), Of(query.Size(1) != key.Size(1)));
}
