using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// x Wᵀ + b of a single row in bfloat16 on the CPU: a decode of one sequence, bound by the bytes of the weights, which LibTorch's product reads at half
/// the speed of memory (LibTorch 2.10, AMD Zen 5). Sums in float32. Without gradients only.
/// </summary>
internal static unsafe class MatrixVector
{
    private const int HalfWidth = 16;

    private static readonly int Lanes = Vector512<float>.Count;

    public static bool CanRun(Tensor input, Tensor weight) =>
        OwnKernels.Serve(input) && input.ElementCount == weight.Size(1) && weight.Size(1) % BFloat16Vectors.Count == 0;

    /// <param name="input">[.., k], one row.</param>
    /// <param name="weight">[n, k].</param>
    /// <param name="bias">n elements; null for none.</param>
    /// <returns>[.., n].</returns>
    public static Tensor Run(Tensor input, Tensor weight, Tensor? bias)
    {
        using var scope = TensorScope.Enter();
        var width = (int)weight.Size(1);
        var output = Tensor.Empty([.. input.Shape.SkipLast(1), weight.Size(0)], input.Type);
        var (matrix, target) = ((nint)weight.Contiguous().Pointer<ushort>(), (nint)output.Pointer<ushort>());
        var added = bias is null ? 0 : (nint)bias.Contiguous().Pointer<ushort>();
        var row = new float[width];
        Split(input.Contiguous().Pointer<ushort>(), row);
        ComputeThreads.ForRanges((int)weight.Size(0), (first, end) =>
        {
            fixed (float* parts = row)
            {
                for (var at = first; at < end; at++)
                {
                    var sum = Product(parts, (ushort*)matrix + (long)at * width, width);
                    ((ushort*)target)[at] = BFloat16Vectors.Round(added == 0 ? sum : sum + BFloat16Vectors.Widen(((ushort*)added)[at]));
                }
            }
        });
        return scope.Return(output);
    }

    /// <summary>Elements 0, 2, 4 … of every 32 and then 1, 3, 5 …: two neighbours of bfloat16 are the halves of one word, and a shift or a mask makes either a float32.</summary>
    private static void Split(ushort* source, float[] parts)
    {
        fixed (float* target = parts)
        {
            for (var at = 0; at < parts.Length; at += BFloat16Vectors.Count)
            {
                Halves(source + at, out var even, out var odd);
                even.Store(target + at);
                odd.Store(target + at + Lanes);
            }
        }
    }

    // One row of the matrix after the other, as it lies in memory (four at once: 19 tokens a second in place of 29), in four sums that do not wait for
    // each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Product(float* row, ushort* matrix, int width)
    {
        var (sum0, sum1) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (sum2, sum3) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var at = 0;
        for (; at + 2 * BFloat16Vectors.Count <= width; at += 2 * BFloat16Vectors.Count)
        {
            Halves(matrix + at, out var even, out var odd);
            Halves(matrix + at + BFloat16Vectors.Count, out var nextEven, out var nextOdd);
            sum0 = Vector512.FusedMultiplyAdd(even, Vector512.Load(row + at), sum0);
            sum1 = Vector512.FusedMultiplyAdd(odd, Vector512.Load(row + at + Lanes), sum1);
            sum2 = Vector512.FusedMultiplyAdd(nextEven, Vector512.Load(row + at + 2 * Lanes), sum2);
            sum3 = Vector512.FusedMultiplyAdd(nextOdd, Vector512.Load(row + at + 3 * Lanes), sum3);
        }
        if (at < width)
        {
            Halves(matrix + at, out var even, out var odd);
            sum0 = Vector512.FusedMultiplyAdd(even, Vector512.Load(row + at), sum0);
            sum1 = Vector512.FusedMultiplyAdd(odd, Vector512.Load(row + at + Lanes), sum1);
        }
        return Vector512.Sum((sum0 + sum1) + (sum2 + sum3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(ushort* source, out Vector512<float> even, out Vector512<float> odd)
    {
        var words = Vector512.Load((uint*)source);
        even = Vector512.ShiftLeft(words, HalfWidth).AsSingle();
        odd = (words & Vector512.Create(0xFFFF0000u)).AsSingle();
    }
}
