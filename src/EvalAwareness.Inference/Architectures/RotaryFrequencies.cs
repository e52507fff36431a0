namespace EvalAwareness.Inference.Architectures;

/// <summary>How fast each pair of a head's features turns with position (Su et al. 2021).</summary>
/// <param name="Theta">Base of the geometric series of frequencies.</param>
/// <param name="Scaling">How they are changed for a longer context; null for not at all.</param>
public sealed record RotaryFrequencies(double Theta, RotaryScaling? Scaling = null)
{
    /// <summary>Of each pair, in radians a token, for a head of so many features.</summary>
    public double[] OfHead(int size) => [.. Enumerable.Range(0, size / 2).Select(pair => Scaled(Math.Pow(Theta, -2.0 * pair / size)))];

    private double Scaled(double frequency) => Scaling?.Apply(frequency) ?? frequency;
}
