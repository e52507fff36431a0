namespace EvalAwareness.Pipeline.Auditing;

/// <summary>The pair before its joint training, to be read beside it on the same positions.</summary>
public sealed record WarmStartOptions
{
    /// <summary>Checkpoint folder of its verbalizer.</summary>
    public required string Verbalizer { get; init; }

    /// <summary>Checkpoint folder of its reconstructor; null leaves its explanations without fidelity.</summary>
    public string? Reconstructor { get; init; }

    /// <summary>How many of each transcript's positions it reads too. Default: 50.</summary>
    public int Positions { get; init; } = 50;
}
