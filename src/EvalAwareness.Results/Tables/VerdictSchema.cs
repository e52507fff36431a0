using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Tables.VerdictRow>;

namespace EvalAwareness.Results.Tables;

internal static class VerdictSchema
{
    public static readonly Table<VerdictRow> Table = new(
        "verdicts",
        [
            Column.Text("transcript_id", row => row.TranscriptId),
            Column.Text("dataset", row => row.Dataset),
            Column.Text("condition", row => row.Condition),
            Column.Text("subject", row => row.Subject),
            Column.Optional("position", row => row.Position),
            Column.Optional("sample", row => row.Sample),
            Column.Value("message_index", row => row.MessageIndex),
            Column.Text("judge", row => row.Judge),
            Column.OptionalText("judge_model", row => row.JudgeModel),
            Column.Text("prompt_sha256", row => row.PromptSha256),
            Column.OptionalText("verdict", row => row.Verdict),
            Column.Optional("score", row => row.Score),
            Column.OptionalText("evidence", row => row.Evidence),
            Column.OptionalText("reasoning", row => row.Reasoning),
            Column.OptionalText("unparsed_reason", row => row.UnparsedReason),
            Column.OptionalText("refused_reason", row => row.RefusedReason),
            Column.Value("cached", row => row.Cached),
            Column.Value("attempts", row => row.Attempts),
            Column.Value("latency_ms", row => row.LatencyMs),
        ],
        values => new VerdictRow
        {
            TranscriptId = values.Text("transcript_id"),
            Dataset = values.Text("dataset"),
            Condition = values.Text("condition"),
            Subject = values.Text("subject"),
            Position = values.Optional<int>("position"),
            Sample = values.Optional<int>("sample"),
            MessageIndex = values.Value<int>("message_index"),
            Judge = values.Text("judge"),
            JudgeModel = values.OptionalText("judge_model"),
            PromptSha256 = values.Text("prompt_sha256"),
            Verdict = values.OptionalText("verdict"),
            Score = values.Optional<double>("score"),
            Evidence = values.OptionalText("evidence"),
            Reasoning = values.OptionalText("reasoning"),
            UnparsedReason = values.OptionalText("unparsed_reason"),
            RefusedReason = values.OptionalText("refused_reason"),
            Cached = values.Value<bool>("cached"),
            Attempts = values.Value<int>("attempts"),
            LatencyMs = values.Value<double>("latency_ms"),
        });
}
