using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Tokenization;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Checkpoints;

/// <summary>A complete checkpoint folder of width 16, with random weights that are always the same.</summary>
internal sealed class TinyCheckpoint : IDisposable
{
    public const int Width = 16;

    public static readonly ComputeOptions Float32 = new(Device.Cpu, ScalarType.Float32);

    public TinyCheckpoint(int blocks = 2, bool tied = true)
        : this(TinyArchitectures.Qwen2 with { Blocks = blocks, TiedEmbeddings = tied })
    {
    }

    /// <param name="configuration">Its vocabulary becomes that of the tokenizer.</param>
    public TinyCheckpoint(DecoderConfiguration configuration)
    {
        Folder = Directory.CreateTempSubdirectory("checkpoint").FullName;
        foreach (var name in (string[])["tokenizer.json", "tokenizer_config.json"])
            File.Copy(Path.Combine(TokenizerFolder.Fixtures, name), Path.Combine(Folder, name));
        Configuration = configuration with { VocabularySize = HuggingFaceTokenizer.Load(Folder).VocabularySize };
        ConfigurationFile.Write(Folder, Configuration);
        StopTokens.Write(Folder, 2);
        Weights = WeightNames.OfLanguageModel(Configuration).ToDictionary(pair => pair.Key, pair => Values(pair.Key, pair.Value));
        WriteWeights(Weights.Keys);
    }

    public string Folder { get; }

    public DecoderConfiguration Configuration { get; }

    public IReadOnlyDictionary<string, float[]> Weights { get; }

    public void WriteWeights(IEnumerable<string> names)
    {
        using var scope = TensorScope.Enter();
        var shapes = WeightNames.OfLanguageModel(Configuration).ToDictionary();
        SafetensorsWriter.Write(
            Path.Combine(Folder, "model.safetensors"), names.ToDictionary(name => name, name => Tensor.From(Weights[name], shapes[name])));
    }

    public void WriteHead(float diagonal)
    {
        using var scope = TensorScope.Enter();
        var head = new float[Width * Width];
        for (var index = 0; index < Width; index++)
            head[index * Width + index] = diagonal;
        SafetensorsWriter.Write(
            Path.Combine(Folder, ValueHead.FileName), new Dictionary<string, Tensor> { ["weight"] = Tensor.From(head, [Width, Width]) });
    }

    public void Edit(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Different for every tensor, and large enough that every term of the computation matters.</summary>
    private float[] Values(string name, long[] shape)
    {
        var random = new KeyedRandom(1, name);
        var mean = name.EndsWith("norm.weight", StringComparison.Ordinal) ? 1 - Configuration.Architecture.NormOffset : 0;
        return [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(_ => (float)(mean + 0.2 * random.NextGaussian()))];
    }
}
