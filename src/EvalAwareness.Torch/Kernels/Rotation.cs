using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// x · cos + swap(x) · sin over the last dimension, where swap exchanges its halves: rotary positions in one pass over memory,
/// in bfloat16 on the CPU. Without gradients only.
/// </summary>
internal static unsafe class Rotation
{
    public static bool CanRun(Tensor states) =>
        OwnKernels.Serve(states) && states.Size(-1) % (2 * BFloat16Vectors.Count) == 0;

    public static Tensor Run(Tensor states, Tensor cosines, Tensor sines)
    {
        using var scope = TensorScope.Enter();
        var output = Tensor.Empty([.. states.Shape], states.Type);
        var (source, target) = ((nint)states.Contiguous().Pointer<ushort>(), (nint)output.Pointer<ushort>());
        var (cosine, sine) = ((nint)cosines.Contiguous().Pointer<ushort>(), (nint)sines.Contiguous().Pointer<ushort>());
        var (size, time) = ((int)states.Size(-1), (int)states.Size(-2));
        ComputeThreads.ForRanges((int)(states.ElementCount / size), (first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                var angle = (long)(row % time) * size;
                Rotate((ushort*)source + (long)row * size, (ushort*)cosine + angle, (ushort*)sine + angle, (ushort*)target + (long)row * size, size / 2);
            }
        });
        return scope.Return(output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rotate(ushort* source, ushort* cosines, ushort* sines, ushort* target, int half)
    {
        for (var at = 0; at < half; at += BFloat16Vectors.Count)
        {
            Turn(source + at, source + half + at, cosines + at, sines + at, target + at);
            Turn(source + half + at, source + at, cosines + half + at, sines + half + at, target + half + at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ushort* own, ushort* other, ushort* cosines, ushort* sines, ushort* target)
    {
        BFloat16Vectors.Load(own, out var ownFirst, out var ownSecond);
        BFloat16Vectors.Load(other, out var otherFirst, out var otherSecond);
        BFloat16Vectors.Load(cosines, out var cosineFirst, out var cosineSecond);
        BFloat16Vectors.Load(sines, out var sineFirst, out var sineSecond);
        BFloat16Vectors.Store(
            Vector512.FusedMultiplyAdd(otherFirst, sineFirst, ownFirst * cosineFirst),
            Vector512.FusedMultiplyAdd(otherSecond, sineSecond, ownSecond * cosineSecond),
            target);
    }
}
