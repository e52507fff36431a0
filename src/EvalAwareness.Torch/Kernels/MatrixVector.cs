using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// x Wᵀ + b of a single row in bfloat16 on the CPU: a decode of one sequence, bound by the bytes of the weights, which LibTorch's product reads at half
/// the speed of memory. Sums in float32. Without gradients only.
/// </summary>
internal static unsafe class MatrixVector
{
    // Rows of the matrix at once: their sums do not wait for each other.
    private const int Rows = 4;

    private const int HalfWidth = 16;

    public static bool CanRun(Tensor input, Tensor weight) =>
        input is { Type: ScalarType.BFloat16, Device.IsCpu: true } && input.ElementCount == weight.Size(1)
        && weight.Size(1) % BFloat16Vectors.Count == 0 && weight.Size(0) % Rows == 0 && !GradMode.IsEnabled;

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
        ComputeThreads.ForRanges((int)weight.Size(0) / Rows, (first, end) =>
        {
            fixed (float* parts = row)
            {
                for (var at = first * Rows; at < end * Rows; at += Rows)
                    Multiply(parts, (ushort*)matrix + (long)at * width, width, (ushort*)added + (added == 0 ? 0 : at), (ushort*)target + at);
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
                odd.Store(target + at + Vector512<float>.Count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(float* row, ushort* matrix, int width, ushort* bias, ushort* target)
    {
        var (sum0, sum1, sum2, sum3) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (var at = 0; at < width; at += BFloat16Vectors.Count)
        {
            var (even, odd) = (Vector512.Load(row + at), Vector512.Load(row + at + Vector512<float>.Count));
            sum0 = Add(sum0, matrix + at, even, odd);
            sum1 = Add(sum1, matrix + at + width, even, odd);
            sum2 = Add(sum2, matrix + at + 2 * width, even, odd);
            sum3 = Add(sum3, matrix + at + 3 * width, even, odd);
        }
        ReadOnlySpan<float> sums = [Vector512.Sum(sum0), Vector512.Sum(sum1), Vector512.Sum(sum2), Vector512.Sum(sum3)];
        for (var index = 0; index < Rows; index++)
            target[index] = BFloat16Vectors.Round(sums[index] + (bias is null ? 0 : BFloat16Vectors.Widen(bias[index])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> sum, ushort* matrix, Vector512<float> even, Vector512<float> odd)
    {
        Halves(matrix, out var first, out var second);
        return Vector512.FusedMultiplyAdd(second, odd, Vector512.FusedMultiplyAdd(first, even, sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(ushort* source, out Vector512<float> even, out Vector512<float> odd)
    {
        var words = Vector512.Load((uint*)source);
        even = Vector512.ShiftLeft(words, HalfWidth).AsSingle();
        odd = (words & Vector512.Create(0xFFFF0000u)).AsSingle();
    }
}
