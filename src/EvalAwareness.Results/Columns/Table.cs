using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>The schema of a table: its columns in order, and how a row is made of their values again.</summary>
internal sealed record Table<TRow>(string Name, IReadOnlyList<Column<TRow>> Columns, Func<RowValues, TRow> ToRow)
{
    public string FileName => $"{Name}.parquet";

    /// <summary>Made once for all files: making a schema resets the fields it is made of, and another file may be being
    /// written with them at that moment.</summary>
    public ParquetSchema Schema { get; } = new(Columns.Select(column => column.Field));
}
