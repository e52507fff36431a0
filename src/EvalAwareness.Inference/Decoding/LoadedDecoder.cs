using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
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

    /// <param name="folder">A Hugging Face folder whose tensors are known to be there.</param>
    /// <param name="configuration">Of the decoder; it may have fewer blocks than the folder.</param>
    /// <param name="names">The tensors it consists of.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <exception cref="RefusedException">There is no such tensor.</exception>
    public static LoadedDecoder Load(string folder, DecoderConfiguration configuration, IEnumerable<string> names, ComputeOptions compute)
    {
        var file = WeightFile.Open(folder, configuration);
        try
        {
            var weights = file.Load(names, compute.Type, compute.Device);
            return new(configuration, file, weights, new RotaryTable(configuration, compute.Type, compute.Device));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The whole of a checkpoint, checked.</summary>
    /// <param name="checkpoint">Folder and configuration.</param>
    /// <param name="stored">The tensors the files must hold, no more and no fewer.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public static LoadedDecoder Load(Checkpoint checkpoint, IEnumerable<KeyValuePair<string, long[]>> stored, ComputeOptions compute)
    {
        var shapes = stored.ToDictionary();
        using (var file = WeightFile.Open(checkpoint.Folder, checkpoint.Configuration))
            file.Check(shapes);
        return Load(checkpoint.Folder, checkpoint.Configuration, shapes.Keys, compute);
    }

    public void Dispose()
    {
        foreach (var weight in _weights.Values)
            weight.Dispose();
        _rotary.Dispose();
        _file.Dispose();
    }
}
