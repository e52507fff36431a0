using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>A verbalizer and a reconstructor of the fixtures, with what the reference makes of them step by step.</summary>
internal sealed class ParityPair(string name) : IDisposable
{
    private static readonly string Pairs = Path.Combine(Here(), "pairs");

    private readonly SafetensorsFile _expected = SafetensorsFile.Open(Path.Combine(Pairs, name, "expected.safetensors"));
    private readonly JsonElement _texts = JsonDocument.Parse(File.ReadAllText(Path.Combine(Pairs, name, "texts.json"))).RootElement;

    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Pairs).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public string Verbalizer => Path.Combine(Pairs, name, "av");

    public string Reconstructor => Path.Combine(Pairs, name, "ar");

    /// <summary>What is read back.</summary>
    public string[] Explanations => Texts("explanations");

    /// <summary>What the verbalizer writes of each activation.</summary>
    public string[] Responses => Texts("responses");

    public float[][] Activations => Rows("activations");

    public VerbalizationRequest[] Requests =>
        [.. Activations.Select((vector, index) => new VerbalizationRequest(new(1, "t", "baseline", 60 + index, 0), vector))];

    public float[] Numbers(string tensor)
    {
        using var scope = TensorScope.Enter();
        return _expected.View(tensor).ToArray<float>();
    }

    public float[][] Rows(string tensor) => [.. Numbers(tensor).Chunk((int)_expected.Entries[tensor].Shape[1])];

    public int[] Ids(string tensor)
    {
        using var scope = TensorScope.Enter();
        return Array.ConvertAll(_expected.View(tensor).ToArray<long>(), id => (int)id);
    }

    public void Dispose() => _expected.Dispose();

    private string[] Texts(string field) => [.. _texts.GetProperty(field).EnumerateArray().Select(text => text.GetString()!)];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
