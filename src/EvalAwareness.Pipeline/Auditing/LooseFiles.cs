using EvalAwareness.Core;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Files at hand instead of those an audit names: an ad-hoc scan of one or a few transcripts.</summary>
public static class LooseFiles
{
    /// <summary>The same models and choices over <paramref name="files"/>, each a dataset of evaluations named after it.
    /// No control arm and nothing beside: a few transcripts make no control.</summary>
    /// <exception cref="RefusedException">A file is missing; lists them all.</exception>
    public static AuditOptions Scan(this AuditOptions audit, IReadOnlyList<string> files, string? format = null) => audit with
    {
        Name = "scan",
        Datasets = LooseSources.Of(files, format),
        Controls = new(),
        WarmStart = null,
    };
}
