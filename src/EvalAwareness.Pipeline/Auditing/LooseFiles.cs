using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Files at hand instead of those an audit names: an ad-hoc scan of one or a few transcripts.</summary>
public static class LooseFiles
{
    /// <summary>The same models and choices over other transcripts. No control arm and nothing beside: a few transcripts make no control.</summary>
    public static AuditOptions Scan(this AuditOptions audit, IReadOnlyList<DatasetSource> sources) => audit with
    {
        Name = "scan",
        Datasets = sources,
        Controls = new(),
        WarmStart = null,
    };
}
