using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>One column of a table: its Parquet field and how to write and read the values of a row group.</summary>
internal abstract class Column<TRow>(DataField field)
{
    public DataField Field { get; } = field;

    public abstract Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop);

    /// <summary>Values of a whole row group, boxed.</summary>
    public abstract Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop);
}
