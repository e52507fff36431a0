namespace EvalAwareness.Core.Explanations;

/// <summary>How well an explanation's reconstruction matches the activation it was sampled from.</summary>
/// <param name="CosineSimilarity">Cosine between reconstruction and activation, in [-1, 1].</param>
/// <param name="Mse">Mean squared difference after scaling both to norm √d: 2(1 - cosine), in [0, 4].</param>
/// <param name="FveNrm">1 - mse / variance baseline; null when the checkpoint states no baseline.</param>
public sealed record Fidelity(double CosineSimilarity, double Mse, double? FveNrm);
