using System.Text.Json.Nodes;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>What one scanner says of one transcript of a scan: a row of its table.</summary>
internal sealed record ScanRow(Scan Scan, Scanner Scanner, TranscriptAwareness Read, ScanResult Result)
{
    public TranscriptRow Transcript => Read.Transcript;

    /// <summary>Every transcript of the scan, in order.</summary>
    public static IReadOnlyList<ScanRow> Of(Scan scan, Scanner scanner) =>
        [.. scan.Transcripts.Select(read => new ScanRow(scan, scanner, read, scanner.ResultOf(read)))];

    public string Uuid => ShortId.Of(Scan.Id, Scanner.Name, Transcript.TranscriptId);

    /// <summary>Scout's name for the format it reads itself; that of the others is ours.</summary>
    public string? SourceType => Transcript.SourceFormat is "inspect" ? "eval_log" : Transcript.SourceFormat;

    /// <summary>The transcript by name, without its messages: tables refer to transcripts and do not copy them. Scout's viewer cannot
    /// show a result whose input is null.</summary>
    public JsonObject Input => new()
    {
        ["transcript_id"] = Transcript.TranscriptId,
        ["source_uri"] = Transcript.SourceFile,
        ["task_set"] = Transcript.Dataset,
        ["task_id"] = Transcript.TranscriptId,
        ["messages"] = new JsonArray(),
        ["events"] = new JsonArray(),
        ["timelines"] = new JsonArray(),
    };

    public JsonObject TranscriptMetadata => new()
    {
        ["dataset"] = Transcript.Dataset,
        ["kind"] = Transcript.Kind,
        ["source_place"] = Transcript.SourcePlace,
        ["sha256"] = Transcript.Sha256,
    };
}
