using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>Values of which none is missing.</summary>
public sealed class ValueColumn<TRow, TValue>(DataField field, Func<TRow, TValue> get) : Column<TRow>(field)
    where TValue : struct
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop) =>
        group.WriteAsync<TValue>(Field, rows.Select(get).ToArray().AsMemory(), cancellationToken: stop);

    public override async Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop)
    {
        var values = new TValue[group.RowCount];
        await group.ReadAsync(Field, values.AsMemory(), cancellationToken: stop);
        return Array.ConvertAll(values, value => (object?)value);
    }
}
