using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>What a joint training left to look at.</summary>
/// <param name="Losses">Of both models.</param>
/// <param name="Rollouts">What was sampled in each step.</param>
/// <param name="Profile">How long each step took.</param>
public sealed record JointCurves(IReadOnlyList<LossCurve> Losses, IReadOnlyList<RolloutRow> Rollouts, IReadOnlyList<ProfileRow> Profile);
