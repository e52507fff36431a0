using System.Runtime.CompilerServices;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>A checkpoint of the fixtures, which have no tokenizer, with what the reference makes of it.</summary>
internal sealed class ParityCheckpoint : IDisposable
{
    private static readonly string Fixtures = Path.Combine(Here(), "fixtures");

    private readonly WeightFile _file;
    private readonly Dictionary<string, Tensor> _weights;
    private readonly RotaryTable _rotary;
    private readonly SafetensorsFile _expected;

    public ParityCheckpoint(string name, ScalarType type)
    {
        var folder = Path.Combine(Fixtures, name);
        var configuration = ConfigurationFile.Read(folder);
        _file = WeightFile.Open(folder, configuration);
        _weights = _file.Load(WeightNames.OfLanguageModel(configuration), type, Device.Cpu);
        _rotary = new RotaryTable(configuration, type, Device.Cpu);
        _expected = SafetensorsFile.Open(Path.Combine(folder, "expected.safetensors"));
        Decoder = new Decoder(configuration, _weights, _rotary);
        Cases = [.. _expected.Entries.Keys.Where(key => key.EndsWith(".tokens", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadCase)];
    }

    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Fixtures).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public Decoder Decoder { get; }

    public IReadOnlyList<ParityCase> Cases { get; }

    public void Dispose()
    {
        foreach (var weight in _weights.Values)
            weight.Dispose();
        _rotary.Dispose();
        _file.Dispose();
        _expected.Dispose();
    }

    private ParityCase ReadCase(string tokens)
    {
        using var scope = TensorScope.Enter();
        var prefix = tokens[..^"tokens".Length];
        return new ParityCase(
            Array.ConvertAll(_expected.View(tokens).ToArray<long>(), id => (int)id),
            [.. Enumerable.Range(0, Decoder.Configuration.Blocks).Select(block => _expected.View($"{prefix}hidden.{block}").ToArray<float>())],
            _expected.View(prefix + "logits").ToArray<float>());
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
