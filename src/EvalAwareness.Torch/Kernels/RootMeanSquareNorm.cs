using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// x / rms(x) · (weight + offset) over the last dimension, in bfloat16 on the CPU, in one pass over memory: LibTorch composes it of eight
/// operators there. Without gradients only.
/// </summary>
internal static unsafe class RootMeanSquareNorm
{
    public static bool CanRun(Tensor input) =>
        OwnKernels.Serve(input) && input.Size(-1) % BFloat16Vectors.Count == 0;

    public static Tensor Run(Tensor input, Tensor weight, double epsilon, double offset)
    {
        using var scope = TensorScope.Enter();
        var output = Tensor.Empty([.. input.Shape], input.Type);
        var (source, scale, target) = ((nint)input.Contiguous().Pointer<ushort>(), (nint)weight.Contiguous().Pointer<ushort>(), (nint)output.Pointer<ushort>());
        var width = (int)input.Size(-1);
        ComputeThreads.ForRanges((int)(input.ElementCount / width), (first, end) =>
        {
            for (var row = first; row < end; row++)
                Normalize((ushort*)source + (long)row * width, (ushort*)scale, (ushort*)target + (long)row * width, width, (float)epsilon, (float)offset);
        });
        return scope.Return(output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize(ushort* source, ushort* weight, ushort* target, int width, float epsilon, float offset)
    {
        var squares = Vector512<float>.Zero;
        for (var at = 0; at < width; at += BFloat16Vectors.Count)
        {
            BFloat16Vectors.Load(source + at, out var first, out var second);
            squares += first * first + second * second;
        }
        var scale = Vector512.Create(1 / MathF.Sqrt(Vector512.Sum(squares) / width + epsilon));
        var added = Vector512.Create(offset);
        for (var at = 0; at < width; at += BFloat16Vectors.Count)
        {
            BFloat16Vectors.Load(source + at, out var first, out var second);
            BFloat16Vectors.Load(weight + at, out var weightFirst, out var weightSecond);
            BFloat16Vectors.Store(first * scale * (weightFirst + added), second * scale * (weightSecond + added), target + at);
        }
    }
}
