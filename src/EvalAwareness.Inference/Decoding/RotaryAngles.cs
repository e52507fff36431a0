using System.Numerics;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>
/// Cosines and sines of rotary positions, in the two-halves layout of Hugging Face. They are computed for as many positions as were asked
/// for so far: a context of 131,072 tokens would take a hundred megabytes that few texts need.
/// </summary>
/// <param name="frequencies">Radians a token of each pair of features, [size / 2].</param>
/// <param name="context">Most positions.</param>
/// <param name="type">Element type of what they turn.</param>
/// <param name="device">Where that lives.</param>
internal sealed class RotaryAngles(double[] frequencies, int context, ScalarType type, Device device) : IDisposable
{
    private const int FewestPositions = 512;

    private Tensor? _cosines;                                                                   // [positions, size]
    private Tensor? _sines;

    /// <summary>Views of positions [<paramref name="first"/>, <paramref name="end"/>), each [positions, size].</summary>
    public (Tensor Cosines, Tensor Sines) Of(int first, int end)
    {
        if (_cosines is null || (_cosines.Size(0) < end && _cosines.Size(0) < context))
            Grow((int)Math.Min(context, BitOperations.RoundUpToPowerOf2((uint)Math.Max(end, FewestPositions))));
        return (_cosines!.Slice(0, first, end), _sines!.Slice(0, first, end));
    }

    public void Dispose()
    {
        _cosines?.Dispose();
        _sines?.Dispose();
    }

    private void Grow(int positions)
    {
        var (half, size) = (frequencies.Length, 2 * frequencies.Length);
        var (cosines, sines) = (new float[positions * size], new float[positions * size]);
        for (var index = 0; index < positions * half; index++)
        {
            var (position, pair) = (index / half, index % half);
            var angle = position * frequencies[pair];
            var first = position * size + pair;
            cosines[first] = cosines[first + half] = (float)Math.Cos(angle);
            // The minus of rotate_half(x) = (-x2, x1) is kept in the table.
            sines[first + half] = (float)Math.Sin(angle);
            sines[first] = -sines[first + half];
        }
        Dispose();
        // They grow in the midst of a pass, whose scope they outlive.
        using var outside = TensorScope.Leave();
        (_cosines, _sines) = (Table(cosines, positions, size), Table(sines, positions, size));
    }

    private Tensor Table(float[] values, int positions, int size)
    {
        using var scope = TensorScope.Enter();
        return scope.Return(Tensor.From(values, [positions, size]).To(type).To(device));
    }
}
