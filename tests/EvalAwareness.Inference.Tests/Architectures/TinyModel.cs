using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Architectures;

/// <summary>A tiny checkpoint, written and loaded as a user's would be.</summary>
internal sealed class TinyModel : IDisposable
{
    private readonly TinyCheckpoint _checkpoint;
    private readonly LoadedDecoder _loaded;

    public TinyModel(DecoderConfiguration configuration, ScalarType type = ScalarType.Float32)
    {
        _checkpoint = new TinyCheckpoint(configuration);
        var opened = Checkpoint.Open(_checkpoint.Folder);
        _loaded = LoadedDecoder.Load(opened, WeightNames.OfLanguageModel(opened.Configuration), new(Device.Cpu, type));
    }

    public DecoderConfiguration Configuration => Decoder.Configuration;

    public Decoder Decoder => _loaded.Decoder;

    public IReadOnlyDictionary<string, Tensor> Weights => _loaded.Weights;

    /// <returns>[1, time, d].</returns>
    public Tensor Embed(int[] tokens) => Decoder.Embed(PaddedTokens.Create([tokens], Device.Cpu));

    /// <returns>Output of the last block, [1, time, d].</returns>
    public Tensor Run(int[] tokens) => Decoder.Forward(Embed(tokens));

    public void Dispose()
    {
        _loaded.Dispose();
        _checkpoint.Dispose();
    }
}
