using Parquet;

namespace EvalAwareness.Results.Columns;

/// <summary>Writes rows in row groups of bounded size. <see cref="CompleteAsync"/> publishes; disposing alone leaves no table.</summary>
public sealed class TableWriter<TRow> : IAsyncDisposable
{
    /// <summary>Large enough to compress well, small enough to hold: a few megabytes of explanations.</summary>
    public const int MostRowsPerGroup = 8192;

    private readonly TableSchema<TRow> _table;
    private readonly int _rowsPerGroup;
    private readonly PendingFile _file;
    private readonly List<TRow> _pending = [];
    private ParquetWriter? _writer;

    /// <param name="table">Its columns.</param>
    /// <param name="path">Replaced on completion.</param>
    /// <param name="rowsPerGroup">Rows held before they are written; fewer where rows are long.</param>
    public TableWriter(TableSchema<TRow> table, string path, int rowsPerGroup = MostRowsPerGroup)
    {
        _table = table;
        _rowsPerGroup = rowsPerGroup;
        _file = new PendingFile(path);
    }

    public int Rows { get; private set; }

    public async Task WriteAsync(TRow row, CancellationToken stop)
    {
        _pending.Add(row);
        Rows++;
        if (_pending.Count == _rowsPerGroup) await FlushAsync(stop);
    }

    public async Task CompleteAsync(CancellationToken stop)
    {
        // A table without rows still has one (empty) row group: some readers refuse a file without any.
        if (_pending.Count > 0 || Rows == 0) await FlushAsync(stop);
        await _writer!.DisposeAsync();
        _file.Publish();
    }

    public async ValueTask DisposeAsync() => await _file.DisposeAsync();

    internal static async Task WriteAllAsync(TableSchema<TRow> table, string path, IEnumerable<TRow> rows, CancellationToken stop)
    {
        await using var writer = new TableWriter<TRow>(table, path);
        foreach (var row in rows) await writer.WriteAsync(row, stop);
        await writer.CompleteAsync(stop);
    }

    private async Task FlushAsync(CancellationToken stop)
    {
        _writer ??= await ParquetWriter.CreateAsync(
            _table.Schema,
            _file.Stream,
            new ParquetOptions { CompressionMethod = CompressionMethod.Zstd },
            cancellationToken: stop);
        using var group = _writer.CreateRowGroup();
        foreach (var column in _table.Columns) await column.WriteAsync(group, _pending, stop);
        group.CompleteValidate();
        _pending.Clear();
    }
}
