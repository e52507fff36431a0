namespace EvalAwareness.Results.Truth;

/// <summary>Detection from a few positions of each transcript.</summary>
/// <param name="Policy">Which ones: uniform, per_turn, first or last.</param>
/// <param name="Positions">How many, or all of a transcript that has fewer.</param>
public sealed record PolicyDetection(string Policy, int Positions, Detection Detection);
