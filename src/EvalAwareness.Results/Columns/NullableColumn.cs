using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

internal sealed class NullableColumn<TRow, TValue>(string name, Func<TRow, TValue?> get)
    : Column<TRow>(new DataField(name, typeof(TValue), isNullable: true))
    where TValue : struct
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop) =>
        group.WriteAsync<TValue>(Field, rows.Select(get).ToArray().AsMemory(), cancellationToken: stop);

    public override async Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop)
    {
        var values = new TValue?[group.RowCount];
        await group.ReadAsync(Field, values.AsMemory(), cancellationToken: stop);
        return Array.ConvertAll(values, value => (object?)value);
    }
}
