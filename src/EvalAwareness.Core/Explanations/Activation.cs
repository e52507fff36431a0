namespace EvalAwareness.Core.Explanations;

/// <summary>The raw, unnormalised float32 output of decoder block K at one position.</summary>
public sealed record Activation(string TranscriptId, int Position, float[] Vector)
{
    /// <summary>Euclidean length of the vector.</summary>
    public double L2Norm { get; } = Norm.L2(Vector);
}
