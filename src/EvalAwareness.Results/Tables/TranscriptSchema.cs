using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Tables.TranscriptRow>;

namespace EvalAwareness.Results.Tables;

internal static class TranscriptSchema
{
    public static readonly Table<TranscriptRow> Table = new(
        "transcripts",
        [
            Column.Text("transcript_id", row => row.TranscriptId),
            Column.Text("dataset", row => row.Dataset),
            Column.Text("kind", row => row.Kind),
            Column.Text("condition", row => row.Condition),
            Column.Text("sha256", row => row.Sha256),
            Column.Value("messages", row => row.Messages),
            Column.Optional("tokens", row => row.Tokens),
            Column.Optional("response_tokens", row => row.ResponseTokens),
            Column.Value("positions", row => row.Positions),
            Column.Value("excluded_too_early", row => row.ExcludedTooEarly),
            Column.Value("excluded_template", row => row.ExcludedTemplate),
            Column.Value("excluded_reasoning", row => row.ExcludedReasoning),
            Column.Text("status", row => row.Status),
            Column.OptionalText("source_file", row => row.SourceFile),
            Column.OptionalText("source_place", row => row.SourcePlace),
            Column.OptionalText("source_format", row => row.SourceFormat),
            Column.OptionalText("source_model", row => row.SourceModel),
            Column.Value("left_out", row => row.LeftOut),
            Column.Optional("label_aware", row => row.LabelAware),
            Column.Optional("label_verbalized", row => row.LabelVerbalized),
            Column.Optional("label_cues", row => row.LabelCues),
        ],
        values => new TranscriptRow
        {
            TranscriptId = values.Text("transcript_id"),
            Dataset = values.Text("dataset"),
            Kind = values.Text("kind"),
            Condition = values.Text("condition"),
            Sha256 = values.Text("sha256"),
            Messages = values.Value<int>("messages"),
            Tokens = values.Optional<int>("tokens"),
            ResponseTokens = values.Optional<int>("response_tokens"),
            Positions = values.Value<int>("positions"),
            ExcludedTooEarly = values.Value<int>("excluded_too_early"),
            ExcludedTemplate = values.Value<int>("excluded_template"),
            ExcludedReasoning = values.Value<int>("excluded_reasoning"),
            Status = values.Text("status"),
            SourceFile = values.OptionalText("source_file"),
            SourcePlace = values.OptionalText("source_place"),
            SourceFormat = values.OptionalText("source_format"),
            SourceModel = values.OptionalText("source_model"),
            LeftOut = values.Value<int>("left_out"),
            LabelAware = values.Optional<bool>("label_aware"),
            LabelVerbalized = values.Optional<bool>("label_verbalized"),
            LabelCues = values.Optional<int>("label_cues"),
        });
}
