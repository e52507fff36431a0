using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report;

/// <summary>A table of measured numbers; all plain text.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Note">How to read it.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">A question each, with one answer a column; null where there is none.</param>
public sealed record ReportTable(
    string Title, string Note, IReadOnlyList<string> Columns, IReadOnlyList<(string Question, IReadOnlyList<Estimate?> Answers)> Rows);
