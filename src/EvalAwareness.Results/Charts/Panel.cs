using EvalAwareness.Results.Curves;

namespace EvalAwareness.Results.Charts;

/// <summary>Curves that share an axis.</summary>
/// <param name="Label">What the axis counts.</param>
/// <param name="Curves">At least one.</param>
/// <param name="IsShare">Whether the axis runs from 0 to 1; what lies below is cut off.</param>
public sealed record Panel(string Label, IReadOnlyList<Curve> Curves, bool IsShare = false);
