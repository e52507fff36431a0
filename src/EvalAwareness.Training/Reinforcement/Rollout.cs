namespace EvalAwareness.Training.Reinforcement;

/// <summary>One sampled response and what it earned.</summary>
/// <param name="Vector">The activation it puts into words.</param>
/// <param name="Tokens">What was written, the stop token included.</param>
/// <param name="Description">The words between the tags; null for a failure.</param>
/// <param name="SquaredError">Of its reconstruction, in [0, 4]; null for a failure.</param>
/// <param name="Reward">The less the error, the more; or the reward of a failure.</param>
/// <param name="Advantage">The reward against its group's mean, in units of the group's standard deviation.</param>
internal sealed record Rollout(float[] Vector, int[] Tokens, string? Description, double? SquaredError, double Reward, double Advantage);
