namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>How far computed numbers are from the reference's.</summary>
internal static class ParityError
{
    /// <summary>Rounding costs 2e-6 at most, here and in the reference; the smallest error of a wrong definition is 2e-4.</summary>
    public const double OfFloat32 = 1e-5;

    public static void AssertWithinFloat32(float[] expected, float[] actual) => Assert.InRange(Largest(expected, actual), 0, OfFloat32);

    /// <summary>The largest difference, as a share of the largest magnitude.</summary>
    public static double Largest(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, (a, b) => Math.Abs((double)a - b)).Max() / expected.Max(Math.Abs);
    }

    /// <summary>The root of the mean square difference, as a share of that of the magnitude.</summary>
    public static double Mean(float[] expected, float[] actual) =>
        Math.Sqrt(expected.Zip(actual, (a, b) => ((double)a - b) * ((double)a - b)).Sum() / expected.Sum(a => (double)a * a));
}
