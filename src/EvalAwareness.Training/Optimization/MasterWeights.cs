using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Optimization;

/// <summary>Float32 leaves that are trained; a step computes on copies of them in its own type.</summary>
internal sealed class MasterWeights : IDisposable
{
    private const double InitialDeviation = 0.02;

    private readonly Dictionary<string, Tensor> _leaves;

    private MasterWeights(Dictionary<string, Tensor> leaves)
    {
        _leaves = leaves;
        foreach (var leaf in leaves.Values)
            Gradients.Require(leaf);
    }

    public IReadOnlyList<Tensor> Leaves => [.. _leaves.Values];

    public IReadOnlyDictionary<string, Tensor> ByName => _leaves;

    /// <summary>Random weights as GPT-2 begins: normal, residual projections scaled down by the depth; norms one, biases zero.</summary>
    public static MasterWeights Random(
        DecoderConfiguration configuration, IEnumerable<KeyValuePair<string, long[]>> shapes, ulong seed) =>
        Create(shapes, (name, shape) => InitialValues(configuration, name, shape, seed));

    /// <summary>Leaves of given shapes, filled by name.</summary>
    public static MasterWeights Create(IEnumerable<KeyValuePair<string, long[]>> shapes, Func<string, long[], float[]> values) =>
        new(shapes.ToDictionary(pair => pair.Key, pair => Tensor.From(values(pair.Key, pair.Value), pair.Value)));

    /// <summary>What one step computes with: copies whose gradients flow back to the leaves. Make it inside the step's scope.</summary>
    public Dictionary<string, Tensor> ForStep(ScalarType type) => _leaves.ToDictionary(pair => pair.Key, pair => pair.Value.To(type));

    /// <summary>Overwrites the leaves with what a file holds under their names.</summary>
    public void Restore(SafetensorsFile file, string prefix)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        foreach (var (name, leaf) in _leaves)
            leaf.CopyFrom(file.View(prefix + name));
    }

    public void Dispose()
    {
        foreach (var leaf in _leaves.Values)
            leaf.Dispose();
    }

    private static float[] InitialValues(DecoderConfiguration configuration, string name, long[] shape, ulong seed)
    {
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        if (name.EndsWith("norm.weight", StringComparison.Ordinal))
            Array.Fill(values, (float)(1 - configuration.Architecture.NormOffset));
        else if (!name.EndsWith(".bias", StringComparison.Ordinal))
            FillNormal(values, Deviation(configuration, name), new KeyedRandom(seed, "initial", name));
        return values;
    }

    private static double Deviation(DecoderConfiguration configuration, string name) =>
        name.Contains("o_proj") || name.Contains("down_proj") ? InitialDeviation / Math.Sqrt(2.0 * configuration.Blocks) : InitialDeviation;

    private static void FillNormal(float[] values, double deviation, KeyedRandom random)
    {
        for (var index = 0; index < values.Length; index++)
            values[index] = (float)(deviation * random.NextGaussian());
    }
}
