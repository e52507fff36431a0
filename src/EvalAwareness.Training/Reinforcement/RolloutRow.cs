namespace EvalAwareness.Training.Reinforcement;

/// <summary>What one step's rollouts were like.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Fve">Variance of the activations explained by the responses read back, failures left out; 1 is perfect.</param>
/// <param name="ClosedShare">Share of responses that close their tags and stop.</param>
/// <param name="Tokens">Mean tokens of a response.</param>
/// <param name="RewardSpread">Mean standard deviation of the rewards within a group.</param>
/// <param name="Divergence">Nats a token from the warm start.</param>
/// <param name="ConceptShare">Share of closed responses that name an evaluation.</param>
/// <param name="HeldOutFve">FVE on held-out activations after this step; null where it was not measured.</param>
public sealed record RolloutRow(
    int Step, double Fve, double ClosedShare, double Tokens, double RewardSpread, double Divergence, double ConceptShare, double? HeldOutFve);
