using EvalAwareness.Inference.Architectures;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Rotary positions (Su et al. 2021) of every block of a decoder; blocks that turn alike share their angles.</summary>
public sealed class RotaryTable : IDisposable
{
    private readonly DecoderConfiguration _configuration;
    private readonly Dictionary<RotaryFrequencies, RotaryAngles> _angles;

    /// <param name="configuration">Gives head size, frequencies and length.</param>
    /// <param name="type">Element type of the queries and keys it will turn.</param>
    /// <param name="device">Where they live.</param>
    public RotaryTable(DecoderConfiguration configuration, ScalarType type, Device device)
    {
        _configuration = configuration;
        Type = type;
        _angles = Enumerable.Range(0, configuration.Blocks).Select(configuration.RotaryOf).Distinct()
            .ToDictionary(rotary => rotary, rotary => new RotaryAngles(rotary.OfHead(configuration.HeadSize), configuration.ContextLength, type, device));
    }

    public ScalarType Type { get; }

    /// <summary>Turns the queries or keys of a block at positions <paramref name="offset"/> onwards.</summary>
    /// <param name="states">[batch, heads, time, size].</param>
    /// <param name="offset">Position of the first of them.</param>
    /// <param name="block">Decoder block.</param>
    public Tensor Apply(Tensor states, int offset, int block)
    {
        var (cosines, sines) = _angles[_configuration.RotaryOf(block)].Of(offset, (int)(offset + states.Size(2)));
        return states.Rotate(cosines, sines);
    }

    public void Dispose()
    {
        foreach (var angles in _angles.Values)
            angles.Dispose();
    }
}
