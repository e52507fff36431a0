namespace EvalAwareness.Results.Tables;

/// <summary>All rows one block leaves behind: they are published together or not at all.</summary>
/// <param name="Block">The block's number in the plan.</param>
public sealed record BlockRecord(
    int Block,
    IReadOnlyList<ExplanationRow> Explanations,
    IReadOnlyList<VerdictRow> Verdicts,
    IReadOnlyList<FailureRow> Failures);
