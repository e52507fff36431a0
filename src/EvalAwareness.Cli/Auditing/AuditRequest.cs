using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Cli.Auditing;

/// <summary>How a person asked for an audit to be run.</summary>
/// <param name="Folder">The run's folder; null for one under reports.</param>
/// <param name="Device">cpu or cuda:N.</param>
/// <param name="Json">Whether to print one JSON document and nothing else.</param>
internal sealed record AuditRequest(string? Folder, string Device, bool Json)
{
    public bool Resume { get; init; }

    public bool DryRun { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;
}
