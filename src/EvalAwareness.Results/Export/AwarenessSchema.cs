using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Export.AwarenessRow>;

namespace EvalAwareness.Results.Export;

internal static class AwarenessSchema
{
    public static readonly TableSchema<AwarenessRow> Table = new(
    [
        Column.Text("transcript_id", row => row.TranscriptId),
        Column.Text("dataset", row => row.Dataset),
        Column.Text("kind", row => row.Kind),
        Column.Text("condition", row => row.Condition),
        Column.OptionalText("source_file", row => row.SourceFile),
        Column.OptionalText("source_place", row => row.SourcePlace),
        Column.OptionalText("source_format", row => row.SourceFormat),
        Column.OptionalText("source_model", row => row.SourceModel),
        Column.OptionalText("verbalized", row => row.Verbalized),
        Column.OptionalText("verbalized_evidence", row => row.VerbalizedEvidence),
        Column.Optional("verbalized_message_index", row => row.VerbalizedMessageIndex),
        Column.OptionalText("verbalized_problem", row => row.VerbalizedProblem),
        Column.Optional("turns_judged", row => row.TurnsJudged),
        Column.Optional("turns_unparsed", row => row.TurnsUnparsed),
        Column.Value("nla_positions", row => row.NlaPositions),
        Column.Value("nla_yes", row => row.NlaYes),
        Column.Value("nla_no", row => row.NlaNo),
        Column.Value("nla_unclear", row => row.NlaUnclear),
        Column.Value("nla_unparsed", row => row.NlaUnparsed),
        Column.Value("nla_missing", row => row.NlaMissing),
        Column.Optional("nla_yes_share", row => row.NlaYesShare),
        Column.Optional("nla_first_yes_position", row => row.NlaFirstYesPosition),
        Column.Optional("nla_first_yes_message_index", row => row.NlaFirstYesMessageIndex),
        Column.OptionalText("nla_evidence", row => row.NlaEvidence),
        Column.OptionalText("nla_problem", row => row.NlaProblem),
    ]);
}
