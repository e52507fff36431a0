using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Tests;

/// <summary>Weights to begin a test's training with, the same each time.</summary>
internal static class RandomWeights
{
    public static MasterWeights Of(IEnumerable<KeyValuePair<string, long[]>> shapes) =>
        MasterWeights.Create(shapes, (name, shape) => Values(name, shape, new KeyedRandom(2, name)));

    private static float[] Values(string name, long[] shape, KeyedRandom random)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return name.EndsWith("norm.weight", StringComparison.Ordinal)
            ? [.. Enumerable.Repeat(1f, (int)count)]
            : [.. Enumerable.Range(0, (int)count).Select(_ => (float)(0.05 * random.NextGaussian()))];
    }
}
