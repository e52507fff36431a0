namespace EvalAwareness.Results.Truth;

/// <summary>Detection at one point of a curve.</summary>
/// <param name="At">Positions per transcript, or the share of explanations kept; null for all positions.</param>
public sealed record DetectionAt(double? At, Detection Detection);
