namespace EvalAwareness.Training.Reinforcement;

/// <summary>Group-relative policy optimisation of the verbalizer (Shao and others 2024), as the released checkpoints used it, at the organism's size.</summary>
public sealed record ReinforcementOptions
{
    /// <summary>Responses sampled for each activation. Default: 8.</summary>
    public int Group { get; init; } = 8;

    /// <summary>What a nat of divergence from the warm start costs. Default: 0.02.</summary>
    public double DivergenceWeight { get; init; } = 0.02;

    /// <summary>Learning rate of the reconstructor as a share of the verbalizer's. Default: 0.5.</summary>
    public double ReconstructorLearningRateShare { get; init; } = 0.5;

    /// <summary>Tokens after which a response has failed. Default: 80.</summary>
    public int MaxNewTokens { get; init; } = 80;

    /// <summary>Reward of a response that does not close its tags and stop: what one earns whose reconstruction is orthogonal. Default: -2.</summary>
    public double FailureReward { get; init; } = -2;
}
