namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Which control arms run beside the baseline.</summary>
public sealed record ControlOptions
{
    /// <summary>Positions per transcript that get the activations of another transcript; 0 leaves the arm out. Default:
    /// 0.</summary>
    public int ShuffledPositions { get; init; }
}
