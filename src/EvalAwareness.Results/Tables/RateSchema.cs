using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Core.Rates.Rate>;

namespace EvalAwareness.Results.Tables;

internal static class RateSchema
{
    public static readonly Table<Rate> Table = new(
        "rates",
        [
            Column.Text("dataset", row => row.Dataset),
            Column.Text("kind", row => row.Kind),
            Column.Text("condition", row => row.Condition),
            Column.Text("measure", row => row.Measure),
            Column.Text("rule", row => row.Rule),
            Column.Value("n_transcripts", row => row.NTranscripts),
            Column.Value("n_positions", row => row.NPositions),
            Column.Optional("flagged", row => row.Flagged),
            Column.Optional("rate", row => row.Value),
            Column.Optional("ci_low", row => row.CiLow),
            Column.Optional("ci_high", row => row.CiHigh),
            Column.OptionalText("ci_method", row => row.CiMethod),
            Column.Value("unparsed", row => row.Unparsed),
            Column.Value("missing", row => row.Missing),
            Column.Value("failed", row => row.Failed),
            Column.Value("rate_worst", row => row.RateWorst),
            Column.Value("rate_best", row => row.RateBest),
            Column.Optional("control_rate", row => row.ControlRate),
            Column.Optional("p_vs_control", row => row.PVsControl),
            Column.Optional("p_vs_verbalized", row => row.PVsVerbalized),
        ],
        values => new Rate
        {
            Dataset = values.Text("dataset"),
            Kind = values.Text("kind"),
            Condition = values.Text("condition"),
            Measure = values.Text("measure"),
            Rule = values.Text("rule"),
            NTranscripts = values.Value<int>("n_transcripts"),
            NPositions = values.Value<int>("n_positions"),
            Flagged = values.Optional<int>("flagged"),
            Value = values.Optional<double>("rate"),
            CiLow = values.Optional<double>("ci_low"),
            CiHigh = values.Optional<double>("ci_high"),
            CiMethod = values.OptionalText("ci_method"),
            Unparsed = values.Value<int>("unparsed"),
            Missing = values.Value<int>("missing"),
            Failed = values.Value<int>("failed"),
            RateWorst = values.Value<double>("rate_worst"),
            RateBest = values.Value<double>("rate_best"),
            ControlRate = values.Optional<double>("control_rate"),
            PVsControl = values.Optional<double>("p_vs_control"),
            PVsVerbalized = values.Optional<double>("p_vs_verbalized"),
        });
}
