using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>The columns of a table in order.</summary>
public record TableSchema<TRow>(IReadOnlyList<Column<TRow>> Columns)
{
    /// <summary>Made once for all files: making a schema resets the fields it is made of, and another file may be being
    /// written with them at that moment.</summary>
    public ParquetSchema Schema { get; } = new(Columns.Select(column => column.Outer));
}
