using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

internal sealed class TextColumn<TRow>(string name, Func<TRow, string?> get, bool nullable)
    : Column<TRow>(new DataField(name, typeof(string), nullable))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop) =>
        group.WriteAsync(Field, [.. rows.Select(row => get(row)!)]);

    public override async Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(Field, values.AsMemory(), cancellationToken: stop);
        return values;
    }
}
