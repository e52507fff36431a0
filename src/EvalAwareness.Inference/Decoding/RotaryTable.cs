using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Cosines and sines of rotary positions (Su et al. 2021), in the two-halves layout of Hugging Face.</summary>
public sealed class RotaryTable : IDisposable
{
    private readonly Tensor _cosines;
    private readonly Tensor _sines;

    /// <param name="configuration">Gives head size, base and length.</param>
    /// <param name="type">Element type of the queries and keys it will turn.</param>
    /// <param name="device">Where they live.</param>
    public RotaryTable(DecoderConfiguration configuration, ScalarType type, Device device)
    {
        var (size, half, length) = (configuration.HeadSize, configuration.HeadSize / 2, configuration.ContextLength);
        var cosines = new float[length * size];
        var sines = new float[length * size];
        for (var index = 0; index < cosines.Length; index++)
        {
            var (position, feature) = (index / size, index % size);
            var angle = position * Math.Pow(configuration.RopeTheta, -2.0 * (feature % half) / size);
            cosines[index] = (float)Math.Cos(angle);
            // The minus of rotate_half(x) = (-x2, x1) is kept in the table.
            sines[index] = (float)(feature < half ? -Math.Sin(angle) : Math.Sin(angle));
        }
        _cosines = Table(cosines, length, size, type, device);
        _sines = Table(sines, length, size, type, device);
    }

    public ScalarType Type => _cosines.Type;

    /// <summary>Turns queries or keys at positions <paramref name="offset"/> onwards.</summary>
    /// <param name="states">[batch, heads, time, size].</param>
    public Tensor Apply(Tensor states, int offset)
    {
        var end = offset + states.Size(2);
        return states.Rotate(_cosines.Slice(0, offset, end), _sines.Slice(0, offset, end));
    }

    public void Dispose()
    {
        _cosines.Dispose();
        _sines.Dispose();
    }

    private static Tensor Table(float[] values, int length, int size, ScalarType type, Device device)
    {
        using var scope = TensorScope.Enter();
        return scope.Return(Tensor.From(values, [length, size]).To(type).To(device));
    }
}
