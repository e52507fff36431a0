namespace EvalAwareness.Results.Report;

/// <summary>One more fact on how right the measure was; all plain text.</summary>
/// <param name="Value">The number with its interval, as a reader sees it.</param>
/// <param name="Note">What the number means or is held against; empty when there is nothing to say.</param>
public sealed record ReportFact(string Label, string Value, string Note);
