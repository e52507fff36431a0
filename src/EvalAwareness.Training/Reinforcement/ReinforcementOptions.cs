namespace EvalAwareness.Training.Reinforcement;

/// <summary>Group-relative policy optimisation of the verbalizer (Shao and others 2024), as the released checkpoints used it, at the organism's size.</summary>
public sealed record ReinforcementOptions
{
    // An error of rounding alone must not be worth more than all others together.
    private const double SmallestError = 1e-4;

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

    /// <summary>
    /// Whether a response earns minus the logarithm of its squared error e rather than -e: halving an error is then worth the same
    /// wherever it stands. Never as little as a failure earns, since -ln 4 > -2. Default: false.
    /// </summary>
    public bool LogReward { get; init; }

    /// <summary>What a response earns that closes its tags and stops.</summary>
    /// <param name="squaredError">Of its reconstruction, in [0, 4].</param>
    internal double Reward(double squaredError) => LogReward ? -Math.Log(Math.Max(squaredError, SmallestError)) : -squaredError;
}
