using EvalAwareness.Core;
using EvalAwareness.Reading.Formats;

namespace EvalAwareness.Reading.Datasets;

/// <summary>Files, folders and globs named on a command line.</summary>
public static class LooseSources
{
    /// <summary>What <c>--format</c> may say beside <c>auto</c>.</summary>
    public static IReadOnlyList<string> Formats => KnownFormats.Names;

    /// <summary>Each a dataset named after it; the same one named twice is one.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <param name="format">The format of all of them; null or <c>auto</c> where each file tells by what it holds.</param>
    /// <exception cref="RefusedException">One is missing, or the format is unknown; lists them all.</exception>
    public static IReadOnlyList<DatasetSource> Of(IReadOnlyList<string> paths, string? format = null)
    {
        var missing = paths.Where(path => !SourceFiles.Exist(Path.GetFullPath(path))).Select(path => $"{path}: no such file").ToList();
        if (missing.Count > 0)
            throw new RefusedException(missing);
        var named = format is null or "auto" ? null : KnownFormats.Named(format).Name;
        var sources = paths.Select(path => DatasetSource.Loose(Path.GetFullPath(path)) with { Format = named }).DistinctBy(source => source.Path);
        return [.. sources.GroupBy(source => source.Name).SelectMany(NameApart)];
    }

    // Files of the same name in different folders: x, x-2, x-3.
    private static IEnumerable<DatasetSource> NameApart(IEnumerable<DatasetSource> sameName) =>
        sameName.Select((source, index) => index == 0 ? source : source with { Name = $"{source.Name}-{index + 1}" });
}
