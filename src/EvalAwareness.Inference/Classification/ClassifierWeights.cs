using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Classification;

/// <summary>
/// What training adds to an encoder (low-rank adaptation, Hu et al. 2021): matrices stay and get a product of two small ones added; what is
/// stored under a name of the encoder itself stands in its place.
/// </summary>
internal static class ClassifierWeights
{
    public const string Pooling = "pooling.weight";
    public const string Output = "classifier.weight";
    public const string OutputBias = "classifier.bias";

    private const string Down = ".lora_A.weight";
    private const string Up = ".lora_B.weight";
    private const string Matrix = ".weight";

    /// <param name="encoder">The encoder that stays as it is.</param>
    /// <param name="trained">What was trained.</param>
    /// <param name="scale">Factor of the products.</param>
    /// <returns>Everything a classifier computes with; gradients flow back to what was trained.</returns>
    public static Dictionary<string, Tensor> Join(
        IReadOnlyDictionary<string, Tensor> encoder, IReadOnlyDictionary<string, Tensor> trained, double scale)
    {
        var joined = encoder.ToDictionary();
        foreach (var (name, tensor) in trained)
        {
            if (name.EndsWith(Down, StringComparison.Ordinal))
                joined[MatrixOf(name)] = encoder[MatrixOf(name)] + trained[name.Replace(Down, Up, StringComparison.Ordinal)].MatMul(tensor) * scale;
            else if (!name.EndsWith(Up, StringComparison.Ordinal))
                joined[name] = tensor;
        }
        return joined;
    }

    /// <summary>Names and shapes of what is trained.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="rank">Columns and rows between the two small matrices.</param>
    /// <param name="classes">Classes to tell apart.</param>
    public static IEnumerable<KeyValuePair<string, long[]>> Shapes(IReadOnlyDictionary<string, Tensor> encoder, int rank, int classes)
    {
        var width = encoder["embeddings.LayerNorm.weight"].Size(0);
        foreach (var (name, tensor) in encoder.Where(weight => IsTrained(weight.Key)).OrderBy(weight => weight.Key, StringComparer.Ordinal))
        {
            if (tensor.Rank == 1)
            {
                yield return new(name, [.. tensor.Shape]);
                continue;
            }
            yield return new(name[..^Matrix.Length] + Down, [rank, tensor.Size(1)]);
            yield return new(name[..^Matrix.Length] + Up, [tensor.Size(0), rank]);
        }
        yield return new(Pooling, [1, width]);
        yield return new(Output, [classes, width]);
        yield return new(OutputBias, [classes]);
    }

    public static bool IsDown(string name) => name.EndsWith(Down, StringComparison.Ordinal);

    private static string MatrixOf(string down) => down[..^Down.Length] + Matrix;

    /// <summary>Embeddings are not: most pieces do not occur in any set of labels.</summary>
    private static bool IsTrained(string name) => name.StartsWith(EncoderLayer.Prefix, StringComparison.Ordinal);
}
