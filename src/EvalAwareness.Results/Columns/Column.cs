using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>One column of a table: its Parquet field and how to write and read the values of a row group.</summary>
public abstract class Column<TRow>(DataField field)
{
    /// <summary>The field that holds the values.</summary>
    public DataField Field { get; } = field;

    /// <summary>What stands in the schema: the field itself, or what it is the innermost part of.</summary>
    public virtual Field Outer => Field;

    public abstract Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop);

    /// <summary>Values of a whole row group, boxed.</summary>
    public abstract Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop);
}
