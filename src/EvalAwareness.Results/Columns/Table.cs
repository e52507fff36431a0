namespace EvalAwareness.Results.Columns;

/// <summary>A table of its own name: its columns, and how a row is made of their values again.</summary>
internal sealed record Table<TRow>(string Name, IReadOnlyList<Column<TRow>> Columns, Func<RowValues, TRow> ToRow) : TableSchema<TRow>(Columns)
{
    public string FileName => $"{Name}.parquet";
}
