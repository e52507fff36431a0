using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Tables.ExplanationRow>;

namespace EvalAwareness.Results.Tables;

internal static class ExplanationSchema
{
    public static readonly Table<ExplanationRow> Table = new(
        "explanations",
        [
            Column.Text("transcript_id", row => row.TranscriptId),
            Column.Text("dataset", row => row.Dataset),
            Column.Text("condition", row => row.Condition),
            Column.Value("position", row => row.Position),
            Column.Value("message_index", row => row.MessageIndex),
            Column.Text("role", row => row.Role),
            Column.Text("section", row => row.Section),
            Column.Text("token", row => row.Token),
            Column.Value("token_id", row => row.TokenId),
            Column.Optional("l2_norm", row => row.L2Norm),
            Column.Value("sample", row => row.Sample),
            Column.Value("seed", row => row.Seed),
            Column.OptionalText("description", row => row.Description),
            Column.OptionalText("raw_response", row => row.RawResponse),
            Column.Text("status", row => row.Status),
            Column.Value("closed", row => row.Closed),
            Column.Optional("generated_tokens", row => row.GeneratedTokens),
            Column.Optional("cosine_similarity", row => row.CosineSimilarity),
            Column.Optional("mse", row => row.Mse),
            Column.Optional("fve_nrm", row => row.FveNrm),
            Column.Optional("label_credence", row => row.LabelCredence),
        ],
        values => new ExplanationRow
        {
            TranscriptId = values.Text("transcript_id"),
            Dataset = values.Text("dataset"),
            Condition = values.Text("condition"),
            Position = values.Value<int>("position"),
            MessageIndex = values.Value<int>("message_index"),
            Role = values.Text("role"),
            Section = values.Text("section"),
            Token = values.Text("token"),
            TokenId = values.Value<int>("token_id"),
            L2Norm = values.Optional<double>("l2_norm"),
            Sample = values.Value<int>("sample"),
            Seed = values.Value<ulong>("seed"),
            Description = values.OptionalText("description"),
            RawResponse = values.OptionalText("raw_response"),
            Status = values.Text("status"),
            Closed = values.Value<bool>("closed"),
            GeneratedTokens = values.Optional<int>("generated_tokens"),
            CosineSimilarity = values.Optional<double>("cosine_similarity"),
            Mse = values.Optional<double>("mse"),
            FveNrm = values.Optional<double>("fve_nrm"),
            LabelCredence = values.Optional<double>("label_credence"),
        });
}
