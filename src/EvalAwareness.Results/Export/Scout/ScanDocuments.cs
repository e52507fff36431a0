using System.Text.Json.Nodes;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>The files beside the tables of a scan.</summary>
internal static class ScanDocuments
{
    /// <summary>_scan.json: what was scanned, and how.</summary>
    public static JsonObject Spec(Scan scan) => new()
    {
        ["scan_id"] = scan.Id,
        ["scan_name"] = scan.Name,
        ["timestamp"] = scan.Started,
        ["tags"] = new JsonArray(scan.Condition),
        ["metadata"] = scan.Metadata.DeepClone(),
        ["packages"] = scan.Version is { } version ? new JsonObject { ["evalaware"] = version } : [],
        ["options"] = new JsonObject(),
        ["transcripts"] = new JsonObject
        {
            ["type"] = "database",
            ["transcript_ids"] = Object(scan.Transcripts, read => (read.Transcript.TranscriptId, read.Transcript.SourceFile)),
        },
        ["scanners"] = Object(scan.Scanners, scanner => (scanner.Name, Scanner(scan, scanner))),
    };

    /// <summary>_summary.json. Complete, errors included: nothing of the run is left to do.</summary>
    public static JsonObject Summary(Scan scan, IReadOnlyList<IReadOnlyList<ScanRow>> tables) => new()
    {
        ["complete"] = true,
        ["scanners"] = Object(scan.Scanners.Zip(tables), scanned => (scanned.First.Name, Counts(scanned.Second))),
    };

    /// <summary>_errors.jsonl: a line for each transcript that a scanner has no answer for.</summary>
    public static string Errors(IEnumerable<ScanRow> rows) =>
        string.Concat(rows.Where(row => row.Result.Error is not null).Select(row => Error(row).ToJsonString() + "\n"));

    private static JsonObject Scanner(Scan scan, Scanner scanner) => new()
    {
        ["name"] = scanner.Name,
        ["version"] = 0,
        ["package_version"] = scan.Version,
        ["params"] = scanner.Params.DeepClone(),
    };

    private static JsonObject Counts(IReadOnlyList<ScanRow> rows) => new()
    {
        ["scans"] = rows.Count,
        ["results"] = rows.Count(row => row.Result.IsPositive),
        ["errors"] = rows.Count(row => row.Result.Error is not null),
        ["tokens"] = 0,
        ["model_usage"] = new JsonObject(),
    };

    private static JsonObject Error(ScanRow row) => new()
    {
        ["transcript_id"] = row.Transcript.TranscriptId,
        ["scanner"] = row.Scanner.Name,
        ["error"] = row.Result.Error,
        ["traceback"] = "",
        ["refusal"] = false,
    };

    private static JsonObject Object<T>(IEnumerable<T> items, Func<T, (string Key, JsonNode? Value)> member) =>
        new(items.Select(member).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
}
