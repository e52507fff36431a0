using EvalAwareness.Core;
using EvalAwareness.Results.Export.Scout;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Export;

/// <summary>Writes the verdicts of a completed run for the tools people use.</summary>
public static class RunExport
{
    /// <summary>Writes a new folder: all of it, or nothing.</summary>
    /// <exception cref="RefusedException">The run is not complete, or something lies where the folder should be.</exception>
    public static async Task<ExportSummary> WriteAsync(string run, ExportTarget target, string folder, CancellationToken stop)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(path))
            throw new RefusedException($"--out: {folder} exists already; name another folder, or delete it first.");
        var tables = await RunTables.LoadAsync(run, stop);
        var transcripts = new AwarenessReader(tables).Read();
        var pending = Directory.CreateDirectory($"{path}.{Guid.NewGuid():N}.tmp").FullName;
        try
        {
            await (target switch
            {
                ExportTarget.Columns => ColumnsExport.WriteAsync(transcripts, pending, stop),
                ExportTarget.Scout => ScoutExport.WriteAsync(tables, transcripts, pending, stop),
                _ => throw new ArgumentOutOfRangeException(nameof(target)),
            });
            Directory.Move(pending, path);
        }
        finally
        {
            if (Directory.Exists(pending))
                Directory.Delete(pending, recursive: true);
        }
        return ExportSummary.Of(path, transcripts.Count);
    }
}
