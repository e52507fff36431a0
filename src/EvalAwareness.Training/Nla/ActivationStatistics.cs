using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Training.Nla;

/// <summary>What is measured on the target's activations before its NLA is trained.</summary>
/// <param name="InjectionScale">75th percentile of L2 norms: a marker must not be weaker than what surrounds it.</param>
/// <param name="VarianceBaseline">Mean of (ĝ - μ)² over features and activations scaled to norm √d: 1 - ‖μ‖²/d.</param>
public sealed record ActivationStatistics(double InjectionScale, double VarianceBaseline)
{
    private const double ScaleQuantile = 0.75;

    public static ActivationStatistics Of(IReadOnlyList<float[]> vectors)
    {
        var norms = vectors.Select(vector => Norm.L2(vector)).ToArray();
        var mean = new double[vectors[0].Length];
        foreach (var (vector, norm) in vectors.Zip(norms))
        {
            for (var feature = 0; feature < mean.Length; feature++)
                mean[feature] += vector[feature] / norm / vectors.Count;
        }
        // For unit vectors ‖μ‖² is what ‖μ‖²/d is for vectors of norm √d.
        return new(norms.Order().ElementAt((int)(ScaleQuantile * norms.Length)), 1 - mean.Sum(value => value * value));
    }
}
