using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>A decoder together with the weights it was loaded with, which it owns.</summary>
internal sealed class LoadedDecoder : IDisposable
{
    private readonly WeightFile _file;
    private readonly Dictionary<string, Tensor> _weights;
    private readonly RotaryTable _rotary;

    private LoadedDecoder(DecoderConfiguration configuration, WeightFile file, Dictionary<string, Tensor> weights, RotaryTable rotary)
    {
        _file = file;
        _weights = weights;
        _rotary = rotary;
        Decoder = new Decoder(configuration, weights, rotary);
    }

    public Decoder Decoder { get; }

    public IReadOnlyDictionary<string, Tensor> Weights => _weights;

    /// <param name="checkpoint">Folder and configuration.</param>
    /// <param name="expected">The tensors the file must hold, no more and no fewer.</param>
    /// <param name="compute">Where and in which type.</param>
    public static LoadedDecoder Load(
        Checkpoint checkpoint, IEnumerable<KeyValuePair<string, long[]>> expected, ComputeOptions compute)
    {
        var file = WeightFile.Open(checkpoint.Folder, checkpoint.Configuration);
        try
        {
            var weights = file.Load(expected, compute.Type, compute.Device);
            var rotary = new RotaryTable(checkpoint.Configuration, compute.Type, compute.Device);
            return new(checkpoint.Configuration, file, weights, rotary);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The same, loaded when it is first used. What the files hold is checked now, so that no run stops over it later.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public static Resident<LoadedDecoder> WhenUsed(
        Checkpoint checkpoint, IEnumerable<KeyValuePair<string, long[]>> expected, ComputeOptions compute)
    {
        var shapes = expected.ToDictionary();
        using (var file = WeightFile.Open(checkpoint.Folder, checkpoint.Configuration))
            file.Check(shapes);
        return new Resident<LoadedDecoder>(() => Load(checkpoint, shapes, compute));
    }

    public void Dispose()
    {
        foreach (var weight in _weights.Values)
            weight.Dispose();
        _rotary.Dispose();
        _file.Dispose();
    }
}
