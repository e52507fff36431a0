namespace EvalAwareness.Training.Reinforcement;

/// <summary>What several rollouts have in common.</summary>
internal static class Rollouts
{
    /// <summary>Those that closed their tags and stopped.</summary>
    public static List<Rollout> Closed(this IEnumerable<Rollout> rollouts) =>
        [.. rollouts.Where(rollout => rollout.Description is not null)];

    /// <summary>Variance of the activations explained by closed responses read back; not a number when there are none.</summary>
    /// <param name="closed">Rollouts that closed.</param>
    /// <param name="variance">Variance baseline of the activations.</param>
    public static double Fve(IReadOnlyCollection<Rollout> closed, double variance) =>
        closed.Count == 0 ? double.NaN : 1 - closed.Average(rollout => rollout.SquaredError!.Value) / variance;

    public static double StandardDeviation(IReadOnlyCollection<double> rewards)
    {
        var mean = rewards.Average();
        return Math.Sqrt(rewards.Average(reward => (reward - mean) * (reward - mean)));
    }
}
