using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>A folder of scans as Inspect Scout leaves them, one for each condition of the run.</summary>
internal static class ScoutExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task WriteAsync(
        RunTables tables, IReadOnlyList<TranscriptAwareness> transcripts, string folder, CancellationToken stop)
    {
        foreach (var scan in Scan.Of(tables, transcripts))
            await WriteAsync(scan, Directory.CreateDirectory(Path.Combine(folder, $"scan_id={scan.Id}")).FullName, stop);
    }

    private static async Task WriteAsync(Scan scan, string folder, CancellationToken stop)
    {
        var results = scan.Scanners.Select(scanner => ScanRow.Of(scan, scanner)).ToList();
        foreach (var (scanner, rows) in scan.Scanners.Zip(results))
            await TableWriter<ScanRow>.WriteAllAsync(ScanSchema.Table, Path.Combine(folder, $"{scanner.Name}.parquet"), rows, stop);
        await WriteAsync("_scan.json", Text(ScanDocuments.Spec(scan)));
        await WriteAsync("_summary.json", Text(ScanDocuments.Summary(scan, results)));
        await WriteAsync("_errors.jsonl", ScanDocuments.Errors(results.SelectMany(rows => rows)));

        Task WriteAsync(string name, string text) => PendingFile.WriteTextAsync(Path.Combine(folder, name), text, stop);
    }

    private static string Text(JsonObject document) => document.ToJsonString(Indented) + "\n";
}
