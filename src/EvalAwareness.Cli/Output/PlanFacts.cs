using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Cli.Output;

/// <summary>A plan in figures.</summary>
/// <param name="CaptureTokens">Tokens the target model reads.</param>
/// <param name="MostGeneratedTokens">Most tokens the verbalizer can write.</param>
/// <param name="Failures">Items that cannot be read.</param>
/// <param name="Judge">What the judge can be asked at most; null for one that asks no model.</param>
internal sealed record PlanFacts(
    IReadOnlyList<PlanFacts.Row> Datasets, int Blocks, long CaptureTokens, long MostGeneratedTokens, int Failures, JudgeEstimate? Judge)
{
    /// <summary>One dataset under one condition.</summary>
    internal sealed record Row(string Dataset, string Kind, string Condition, int Transcripts, int Positions);

    public static PlanFacts Of(PlannedAudit planned) => new(
        [.. planned.Plan.Rows.GroupBy(row => (row.Dataset, row.Kind, row.Condition)).Select(group =>
            new Row(group.Key.Dataset, group.Key.Kind, group.Key.Condition, group.Count(), group.Sum(row => row.Positions)))],
        planned.Plan.Blocks.Count, planned.Plan.CaptureTokens, planned.MostGeneratedTokens, planned.Plan.Failures.Count, JudgeEstimator.Of(planned));
}
