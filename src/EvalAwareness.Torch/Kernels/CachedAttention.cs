using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// Attention of one new token per sequence over cached keys and values in bfloat16, read in place. A decode step is bound by
/// the bytes of its cache; LibTorch's products copy a cache that is not yet full before they read it, and its fused kernel
/// widens it.
/// </summary>
internal sealed unsafe class CachedAttention
{
    private readonly ushort* _queries;                                                          // [sequences · shared, group, size]
    private readonly ushort* _keys;                                                             // [sequences · shared, capacity, size]
    private readonly ushort* _values;
    private readonly ushort* _mixed;                                                            // [sequences · shared, group, size]
    private readonly int _group;
    private readonly int _capacity;
    private readonly int _size;
    private readonly float _scale;

    private CachedAttention(Tensor query, Tensor keys, Tensor values, Tensor mixed, double scale)
    {
        _queries = query.Pointer<ushort>();
        _keys = keys.Pointer<ushort>();
        _values = values.Pointer<ushort>();
        _mixed = mixed.Pointer<ushort>();
        _scale = (float)scale;
        (_group, _capacity, _size) = ((int)(query.Size(1) / keys.Size(1)), (int)keys.Size(2), (int)keys.Size(3));
    }

    public static bool CanRun(Tensor query, Tensor keys) =>
        OwnKernels.Serve(query, evenWithHistory: true) && keys.Size(3) % BFloat16Vectors.Count == 0;

    /// <param name="query">[sequences, heads, 1, size].</param>
    /// <param name="keys">[sequences, shared, capacity, size]; heads / shared queries read the same keys.</param>
    /// <param name="values">Same shape.</param>
    /// <param name="first">The oldest token that is seen.</param>
    /// <param name="held">Tokens held, the newest included.</param>
    /// <param name="scale">Factor of the scores.</param>
    public static Tensor Run(Tensor query, Tensor keys, Tensor values, int first, int held, double scale)
    {
        using var scope = TensorScope.Enter();
        var mixed = Tensor.Empty([.. query.Shape], query.Type);
        var kernel = new CachedAttention(query.Contiguous(), keys, values, mixed, scale);
        ComputeThreads.ForRanges((int)(keys.Size(0) * keys.Size(1)), (firstRow, endRow) => kernel.Attend(firstRow, endRow, first, held));
        return scope.Return(mixed);
    }

    private void Attend(int firstRow, int endRow, int first, int held)
    {
        var (query, shares) = (new float[_size], new float[held - first]);
        fixed (float* queryPointer = query)
        {
            for (var row = firstRow; row < endRow; row++)
            {
                var oldest = ((long)row * _capacity + first) * _size;
                for (var member = 0; member < _group; member++)
                {
                    ReadQuery(row * _group + member, queryPointer);
                    Score(queryPointer, _keys + oldest, _size, shares);
                    // The library's softmax takes exponentials as they are, and those of scores above 88 are infinite.
                    TensorPrimitives.Subtract(shares, TensorPrimitives.Max(shares), shares);
                    TensorPrimitives.SoftMax(shares, shares);
                    Mix(shares, _values + oldest, _size, _mixed + (long)(row * _group + member) * _size);
                }
            }
        }
    }

    private void ReadQuery(int row, float* query)
    {
        var scale = Vector512.Create(_scale);
        for (var at = 0; at < _size; at += BFloat16Vectors.Count)
        {
            BFloat16Vectors.Load(_queries + (long)row * _size + at, out var first, out var second);
            (first * scale).Store(query + at);
            (second * scale).Store(query + at + Vector512<float>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(float* query, ushort* keys, int size, Span<float> scores)
    {
        for (var token = 0; token < scores.Length; token++, keys += size)
        {
            var sum = Vector512<float>.Zero;
            for (var at = 0; at < size; at += BFloat16Vectors.Count)
            {
                BFloat16Vectors.Load(keys + at, out var first, out var second);
                sum = Vector512.FusedMultiplyAdd(first, Vector512.Load(query + at), sum);
                sum = Vector512.FusedMultiplyAdd(second, Vector512.Load(query + at + Vector512<float>.Count), sum);
            }
            scores[token] = Vector512.Sum(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(ReadOnlySpan<float> shares, ushort* values, int size, ushort* mixed)
    {
        for (var at = 0; at < size; at += BFloat16Vectors.Count)
        {
            var (first, second) = (Vector512<float>.Zero, Vector512<float>.Zero);
            var value = values + at;
            foreach (var share in shares)
            {
                BFloat16Vectors.Load(value, out var valueFirst, out var valueSecond);
                first = Vector512.FusedMultiplyAdd(valueFirst, Vector512.Create(share), first);
                second = Vector512.FusedMultiplyAdd(valueSecond, Vector512.Create(share), second);
                value += size;
            }
            BFloat16Vectors.Store(first, second, mixed + at);
        }
    }
}
