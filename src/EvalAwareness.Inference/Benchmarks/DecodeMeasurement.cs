namespace EvalAwareness.Inference.Benchmarks;

/// <summary>How fast explanations are decoded at one batch size, medians over several runs.</summary>
/// <param name="Batch">Activations decoded at once.</param>
/// <param name="NewTokens">Tokens decoded for each.</param>
/// <param name="SharedPrefixSeconds">Whole batch, the prompt before the marker computed once beforehand.</param>
/// <param name="OwnPrefixSeconds">Whole batch, that prompt computed for every activation.</param>
/// <param name="ProductSeconds">The matrix products of the shared-prefix decode alone, on the same shapes and weights.</param>
public sealed record DecodeMeasurement(
    int Batch, int NewTokens, double SharedPrefixSeconds, double OwnPrefixSeconds, double ProductSeconds)
{
    public double SharedTokensPerSecond => Batch * NewTokens / SharedPrefixSeconds;

    public double OwnTokensPerSecond => Batch * NewTokens / OwnPrefixSeconds;

    /// <summary>Share of the time that is not spent in matrix products.</summary>
    public double Overhead => 1 - ProductSeconds / SharedPrefixSeconds;
}
