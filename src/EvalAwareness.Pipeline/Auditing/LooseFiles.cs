using EvalAwareness.Core;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Files at hand instead of those an audit names: an ad-hoc scan of one or a few transcripts.</summary>
public static class LooseFiles
{
    /// <summary>The same models and choices over <paramref name="files"/>, each a dataset of evaluations named after its file.
    /// No control arm and nothing beside: a few transcripts make no control.</summary>
    /// <exception cref="RefusedException">A file is missing; lists them all.</exception>
    public static AuditOptions Scan(this AuditOptions audit, IReadOnlyList<string> files) => audit with
    {
        Name = "scan",
        Datasets = Sources(files),
        Controls = new(),
        WarmStart = null,
    };

    /// <summary>Each file a dataset named after it; the same file named twice is one.</summary>
    /// <exception cref="RefusedException">A file is missing; lists them all.</exception>
    public static IReadOnlyList<DatasetSource> Sources(IReadOnlyList<string> files)
    {
        var missing = files.Where(file => !File.Exists(file)).Select(file => $"{file}: no such file").ToList();
        if (missing.Count > 0)
            throw new RefusedException(missing);
        var sources = files.Select(file => DatasetSource.Loose(Path.GetFullPath(file))).DistinctBy(source => source.Path);
        return [.. sources.GroupBy(source => source.Name).SelectMany(NameApart)];
    }

    // Files of the same name in different folders: x, x-2, x-3.
    private static IEnumerable<DatasetSource> NameApart(IEnumerable<DatasetSource> sameName) =>
        sameName.Select((source, index) => index == 0 ? source : source with { Name = $"{source.Name}-{index + 1}" });
}
