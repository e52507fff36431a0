using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EvalAwareness.Torch.Kernels;

/// <summary>Vectors of bfloat16, which .NET has no type for: the upper half of a float32.</summary>
internal static unsafe class BFloat16Vectors
{
    /// <summary>Elements read or written at once.</summary>
    public const int Count = 32;

    private const int HalfWidth = 16;

    /// <summary>The 32 elements at an address, as two vectors of float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ushort* source, out Vector512<float> first, out Vector512<float> second)
    {
        var (lower, upper) = Vector512.Widen(Vector512.Load(source));
        first = Vector512.ShiftLeft(lower, HalfWidth).AsSingle();
        second = Vector512.ShiftLeft(upper, HalfWidth).AsSingle();
    }

    /// <summary>Rounds to the nearest and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> first, Vector512<float> second, ushort* target) =>
        Vector512.Narrow(Rounded(first), Rounded(second)).Store(target);

    /// <summary>One element as float32.</summary>
    public static float Widen(ushort value) => BitConverter.UInt32BitsToSingle((uint)value << HalfWidth);

    /// <summary>One element, rounded to the nearest.</summary>
    public static ushort Round(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> HalfWidth) & 1)) >> HalfWidth);
    }

    /// <summary>Half of the last bit that stays, and of a tie the even neighbour: as LibTorch rounds.</summary>
    private static Vector512<uint> Rounded(Vector512<float> values)
    {
        var bits = values.AsUInt32();
        var last = Vector512.ShiftRightLogical(bits, HalfWidth) & Vector512<uint>.One;
        return Vector512.ShiftRightLogical(bits + Vector512.Create(0x7FFFu) + last, HalfWidth);
    }
}
