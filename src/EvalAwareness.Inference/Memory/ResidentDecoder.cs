using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Memory;

/// <summary>A decoder that is loaded when it is first used. All that its files hold is checked at once, so that no run stops over it later.</summary>
internal sealed class ResidentDecoder : IDisposable
{
    private readonly Resident<LoadedDecoder> _loaded;

    private ResidentDecoder(Resident<LoadedDecoder> loaded, long bytes)
    {
        _loaded = loaded;
        Bytes = bytes;
    }

    /// <summary>Memory of its weights while it is loaded.</summary>
    public long Bytes { get; }

    public Decoder Value => _loaded.Value.Decoder;

    /// <param name="checkpoint">Folder and configuration.</param>
    /// <param name="stored">The tensors the files must hold, no more and no fewer: all of them are loaded.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public static ResidentDecoder Of(Checkpoint checkpoint, IEnumerable<KeyValuePair<string, long[]>> stored, ComputeOptions compute)
    {
        var shapes = stored.ToDictionary();
        return Of(checkpoint, shapes, checkpoint.Configuration, shapes, compute);
    }

    /// <summary>Of a whole language model the embedding and the first blocks alone, for one who reads no further.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor of the whole.</exception>
    public static ResidentDecoder OfFirstBlocks(Checkpoint checkpoint, int blocks, ComputeOptions compute)
    {
        var first = checkpoint.Configuration with { Blocks = blocks };
        var stored = WeightNames.OfLanguageModel(checkpoint.Configuration).ToDictionary();
        return Of(checkpoint, stored, first, WeightNames.OfTrunk(first).ToDictionary(), compute);
    }

    public void Release() => _loaded.Release();

    public void Dispose() => _loaded.Dispose();

    private static ResidentDecoder Of(
        Checkpoint checkpoint, Dictionary<string, long[]> stored, DecoderConfiguration configuration, Dictionary<string, long[]> loaded,
        ComputeOptions compute)
    {
        using (var file = WeightFile.Open(checkpoint.Folder, checkpoint.Configuration))
            file.Check(stored);
        var bytes = WeightNames.BytesAs(loaded, compute.Type);
        return new(new(() => Load(checkpoint.Folder, configuration, loaded.Keys, compute, bytes)), bytes);
    }

    /// <exception cref="RefusedException">They do not fit on a device: smaller batches would not help.</exception>
    private static LoadedDecoder Load(
        string folder, DecoderConfiguration configuration, IEnumerable<string> names, ComputeOptions compute, long bytes)
    {
        try
        {
            return LoadedDecoder.Load(folder, configuration, names, compute);
        }
        catch (TorchException error) when (!compute.Device.IsCpu)
        {
            var weights = FormattableString.Invariant($"{bytes / 1e9:0.0} GB of weights");
            throw new RefusedException(
                $"{folder}: its {weights} cannot be put on {compute.Device} ({error.Message}). If it is full: residency sequential, or a smaller model.", error);
        }
    }
}
