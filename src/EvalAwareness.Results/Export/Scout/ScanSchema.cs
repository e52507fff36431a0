using System.Text.Json.Nodes;
using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Export.Scout.ScanRow>;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>The columns of a scanner's results as Inspect Scout writes them, in its order: whole numbers are 64 bits wide, all else is
/// text, JSON included, and text too is what a scan leaves empty throughout.</summary>
internal static class ScanSchema
{
    public static readonly TableSchema<ScanRow> Table = new(
    [
        Text("transcript_id", row => row.Transcript.TranscriptId),
        Text("transcript_source_type", row => row.SourceType),
        Empty("transcript_source_id"),
        Text("transcript_source_uri", row => row.Transcript.SourceFile),
        Empty("transcript_date"),
        Text("transcript_task_set", row => row.Transcript.Dataset),
        Text("transcript_task_id", row => row.Transcript.TranscriptId),
        Number("transcript_task_repeat", _ => 1),
        Empty("transcript_agent"),
        Empty("transcript_agent_args"),
        Text("transcript_model", row => row.Transcript.SourceModel),
        Empty("transcript_model_options"),
        Empty("transcript_score"),
        Empty("transcript_success"),
        Number("transcript_message_count", row => row.Transcript.Messages),
        Empty("transcript_total_time"),
        Empty("transcript_total_tokens"),
        Empty("transcript_error"),
        Empty("transcript_limit"),
        Json("transcript_metadata", row => row.TranscriptMetadata),
        Text("scan_id", row => row.Scan.Id),
        Json("scan_tags", row => new JsonArray(row.Scan.Condition)),
        Json("scan_metadata", row => row.Scan.Metadata),
        Empty("scan_git_origin"),
        Empty("scan_git_version"),
        Empty("scan_git_commit"),
        Text("scanner_key", row => row.Scanner.Name),
        Text("scanner_name", row => row.Scanner.Name),
        Number("scanner_version", _ => 0),
        Text("scanner_package_version", row => row.Scan.Version),
        Empty("scanner_file"),
        Json("scanner_params", row => row.Scanner.Params),
        Text("input_type", _ => "transcript"),
        Json("input_ids", row => new JsonArray(row.Transcript.TranscriptId)),
        Json("input", row => row.Input),
        Empty("input_data"),
        Text("uuid", row => row.Uuid),
        Empty("label"),
        Text("value", row => row.Result.Value),
        Text("value_type", row => row.Result.ValueType),
        Text("answer", row => row.Result.Answer),
        Text("explanation", row => row.Result.Explanation),
        Json("metadata", row => row.Result.Metadata),
        Text("message_references", _ => "[]"),
        Text("event_references", _ => "[]"),
        Text("scan_error", row => row.Result.Error),
        Empty("scan_error_traceback"),
        Empty("scan_error_type"),
        Empty("validation_target"),
        Empty("validation_result"),
        Empty("validation_predicate"),
        Empty("validation_split"),
        Number("scan_total_tokens", _ => 0),
        Text("scan_model_usage", _ => "{}"),
        Text("scan_events", _ => "[]"),
        Text("timestamp", row => row.Scan.Completed),
    ]);

    private static Column<ScanRow> Text(string name, Func<ScanRow, string?> get) => Column.OptionalText(name, get);

    private static Column<ScanRow> Number(string name, Func<ScanRow, long?> get) => Column.Optional(name, get);

    private static Column<ScanRow> Json(string name, Func<ScanRow, JsonNode> get) => Text(name, row => get(row).ToJsonString());

    private static Column<ScanRow> Empty(string name) => Text(name, _ => null);
}
