namespace EvalAwareness.Core.Calibration;

/// <summary>A row of a label file that could not be read.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record QuarantinedRow(int Line, string Reason);
