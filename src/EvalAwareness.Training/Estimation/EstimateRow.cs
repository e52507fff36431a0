namespace EvalAwareness.Training.Estimation;

/// <summary>One figure of an estimate.</summary>
/// <param name="Stage">What it is about.</param>
/// <param name="What">What is counted.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
public sealed record EstimateRow(string Stage, string What, double Value, string Unit);
