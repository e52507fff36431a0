namespace EvalAwareness.Results.Export;

/// <summary>What an export left behind.</summary>
/// <param name="Transcripts">Counted once per condition.</param>
/// <param name="Files">Relative to the folder.</param>
public sealed record ExportSummary(string Folder, int Transcripts, IReadOnlyList<string> Files)
{
    internal static ExportSummary Of(string folder, int transcripts) => new(
        folder, transcripts,
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)]);
}
