using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Results.Tables.TruthRow>;

namespace EvalAwareness.Results.Tables;

internal static class TruthSchema
{
    public static readonly Table<TruthRow> Table = new(
        "truth",
        [
            Column.Text("section", row => row.Section),
            Column.Text("condition", row => row.Condition),
            Column.Text("subject", row => row.Subject),
            Column.Text("subset", row => row.Subset),
            Column.Text("quantity", row => row.Quantity),
            Column.Optional("at", row => row.At),
            Column.Optional("value", row => row.Value),
            Column.Optional("ci_low", row => row.CiLow),
            Column.Optional("ci_high", row => row.CiHigh),
            Column.OptionalText("ci_method", row => row.CiMethod),
            Column.Value("n", row => row.N),
            Column.Optional("n_other", row => row.NOther),
        ],
        values => new TruthRow
        {
            Section = values.Text("section"),
            Condition = values.Text("condition"),
            Subject = values.Text("subject"),
            Subset = values.Text("subset"),
            Quantity = values.Text("quantity"),
            At = values.Optional<double>("at"),
            Value = values.Optional<double>("value"),
            CiLow = values.Optional<double>("ci_low"),
            CiHigh = values.Optional<double>("ci_high"),
            CiMethod = values.OptionalText("ci_method"),
            N = values.Value<int>("n"),
            NOther = values.Optional<int>("n_other"),
        });
}
