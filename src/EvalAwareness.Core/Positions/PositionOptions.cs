namespace EvalAwareness.Core.Positions;

/// <summary>Which response tokens are read. Source of the defaults: the frontier study's protocol.</summary>
public sealed record PositionOptions
{
    /// <summary>How positions are chosen. Default: random.</summary>
    public PositionPolicy Policy { get; init; } = PositionPolicy.Random;

    /// <summary>Positions per transcript for random and last-n; the stride for every-nth; unused for all. Default: 50.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Positions with a smaller index are too early to read: an NLA is trained from index 50 on. Default: 50.</summary>
    public int MinimumIndex { get; init; } = 50;

    /// <summary>Whether reasoning tokens count as response tokens. Default: true.</summary>
    public bool IncludeReasoning { get; init; } = true;

    /// <summary>Activations whose L2 norm exceeds this multiple of the transcript's median are outliers. Default: 5.</summary>
    public double OutlierNormRatio { get; init; } = 5;
}
