using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Results.Columns;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Cli.Interop;

/// <summary>A Parquet file of activations, whoever wrote it; a row group is in memory at a time.</summary>
internal sealed class ActivationTable : IAsyncDisposable
{
    /// <summary>As many as a verbalizer decodes at once.</summary>
    private const int RowsAtOnce = 256;

    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly DataField _element;
    private readonly IReadOnlyList<Column<ExplainedRow>> _columns;

    private ActivationTable(string path, ParquetReader reader)
    {
        _path = path;
        _reader = reader;
        _element = VectorField.Find(path, reader.Schema);
        Carried = CarriedColumn.FieldsOf(reader.Schema);
        _columns = [.. Carried.Select(CarriedColumn.Of)];
    }

    /// <summary>Fields of all columns with one value a row.</summary>
    public IReadOnlyList<DataField> Carried { get; }

    public long Rows => _reader.Metadata!.NumRows;

    /// <exception cref="RefusedException">The file is no table of activations.</exception>
    public static async Task<ActivationTable> OpenAsync(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new RefusedException($"{path}: no such file.");
        var reader = await ReadAsync(path, () => ParquetReader.CreateAsync(path, cancellationToken: stop));
        try
        {
            return new ActivationTable(path, reader);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows in order, some at a time.</summary>
    /// <exception cref="RefusedException">The file is damaged.</exception>
    public async IAsyncEnumerable<IReadOnlyList<ActivationRow>> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var before = 0L;
        for (var index = 0; index < _reader.RowGroupCount; index++)
        {
            var rows = await ReadAsync(_path, () => ReadGroupAsync(index, before, stop));
            foreach (var some in rows.Chunk(RowsAtOnce))
                yield return some;
            before += rows.Length;
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private async Task<ActivationRow[]> ReadGroupAsync(int index, long before, CancellationToken stop)
    {
        using var group = _reader.OpenRowGroupReader(index);
        var vectors = await VectorField.ReadAsync(group, _element, stop);
        var values = new Dictionary<string, object?[]>();
        foreach (var column in _columns)
            values[column.Field.Name] = await column.ReadAsync(group, stop);
        return [.. vectors.Select((vector, row) => Row(vector, new RowValues(values, row), before + row))];
    }

    private static ActivationRow Row(float[] vector, RowValues source, long number)
    {
        var (document, position) = RowNames.Of(source, number);
        return new ActivationRow(document, position, vector, source);
    }

    private static async Task<T> ReadAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        // A file that was damaged fails in as many ways as there are bytes.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new RefusedException($"{path}: no readable table of activations ({error.Message})", error);
        }
    }
}
