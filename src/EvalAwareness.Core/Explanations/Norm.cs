namespace EvalAwareness.Core.Explanations;

/// <summary>Length of activations.</summary>
public static class Norm
{
    /// <summary>Euclidean length, summed in double precision.</summary>
    public static double L2(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
            sum += (double)value * value;
        return Math.Sqrt(sum);
    }
}
