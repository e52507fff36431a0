using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>An audit that is ready to run.</summary>
public sealed record PlannedAudit(AuditOptions Audit, IReadOnlyList<Dataset> Datasets, Plan Plan)
{
    /// <summary>Most tokens that the verbalizer can write.</summary>
    public long MostGeneratedTokens =>
        Plan.Blocks.Sum(block => (long)block.PositionCount) * Audit.Sampling.Samples * Audit.Sampling.MaxNewTokens;
}
