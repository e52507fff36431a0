using System.Runtime.CompilerServices;
using Parquet;

namespace EvalAwareness.Results.Columns;

/// <summary>Reads a table back, one row group in memory at a time.</summary>
internal static class TableReader
{
    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        Table<TRow> table, string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: stop);
        for (var index = 0; index < reader.RowGroupCount; index++)
        {
            using var group = reader.OpenRowGroupReader(index);
            var columns = new Dictionary<string, object?[]>();
            foreach (var column in table.Columns) columns[column.Field.Name] = await column.ReadAsync(group, stop);
            for (var row = 0; row < group.RowCount; row++) yield return table.ToRow(new RowValues(columns, row));
        }
    }
}
