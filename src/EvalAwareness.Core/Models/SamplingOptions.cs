namespace EvalAwareness.Core.Models;

/// <summary>How explanations are sampled. Source of the defaults: the released client.</summary>
public sealed record SamplingOptions
{
    /// <summary>Softmax temperature; 0 is greedy. Default: 1.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Smallest set of tokens whose probabilities reach this sum is kept, in (0, 1]. Default: 1 (all).</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Most tokens sampled for one explanation. Default: 200.</summary>
    public int MaxNewTokens { get; init; } = 200;

    /// <summary>Explanations per position. Default: 1.</summary>
    public int Samples { get; init; } = 1;
}
