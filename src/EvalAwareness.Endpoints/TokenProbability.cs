namespace EvalAwareness.Endpoints;

/// <summary>A token that an answer could have begun with.</summary>
/// <param name="Text">The token.</param>
/// <param name="Probability">In [0, 1].</param>
public sealed record TokenProbability(string Text, double Probability);
