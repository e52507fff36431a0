using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>A Parquet file, a row group in memory at a time.</summary>
internal sealed class ParquetTable : IAsyncDisposable
{
    // As the footer states it. In memory text takes twice as much and more.
    private const long LargestColumn = 8L * SourceItem.Limit;

    // Older writers do not say of text that it is text.
    private static readonly ParquetOptions Options = new() { TreatByteArrayAsString = true };

    private readonly ParquetReader _reader;
    private readonly IReadOnlyList<Field> _fields;

    private ParquetTable(ParquetReader reader)
    {
        _reader = reader;
        _fields = reader.Schema.Fields;
        Columns = new TableColumns([.. _fields.Select(field => field.Name)]);
    }

    public TableColumns Columns { get; }

    /// <exception cref="ItemException">The file cannot be read.</exception>
    public static async Task<ParquetTable> OpenAsync(string path, CancellationToken stop)
    {
        Footer.Check(path);
        var stream = new GuardedStream(File.OpenRead(path));
        try
        {
            return new ParquetTable(await ParquetReader.CreateAsync(stream, Options, leaveStreamOpen: false, stop));
        }
        catch (Exception error) when (Damage.IsFileAtFault(error))
        {
            await stream.DisposeAsync();
            throw new ItemException(Damage.Describe(error), error);
        }
    }

    /// <summary>The rows in order, with cells in the columns that are asked for.</summary>
    public async IAsyncEnumerable<TableRow> RowsAsync(IReadOnlySet<int> columns, [EnumeratorCancellation] CancellationToken stop)
    {
        var before = 0L;
        for (var index = 0; index < _reader.RowGroupCount; index++)
        {
            var group = _reader.OpenRowGroupReader(index);
            var (cursors, problem) = await CursorsAsync(group, columns, stop);
            foreach (var row in Rows(group.RowCount, before, cursors, problem))
                yield return row;
            before += group.RowCount;
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    /// <summary>The rows of a group up to the first that cannot be had; that one stands for all behind it.</summary>
    private static IEnumerable<TableRow> Rows(long count, long before, ColumnCursor?[] cursors, string? problem)
    {
        var row = 0L;
        while (problem is null && row < count)
        {
            problem = Take(cursors, out var cells);
            if (problem is null)
                yield return new TableRow(before + ++row, cells);
        }
        if (problem is not null)
            yield return new TableRow(before + row + 1, [], $"{count - row} rows from here on: {problem}");
    }

    private static string? Take(ColumnCursor?[] cursors, out Cell[] cells)
    {
        try
        {
            cells = Array.ConvertAll(cursors, cursor => cursor?.Next() ?? default);
            return null;
        }
        catch (Exception error) when (Damage.IsFileAtFault(error))
        {
            cells = [];
            return Damage.Describe(error);
        }
    }

    private async Task<(ColumnCursor?[] Cursors, string? Problem)> CursorsAsync(ParquetRowGroupReader group, IReadOnlySet<int> columns, CancellationToken stop)
    {
        var cursors = new ColumnCursor?[_fields.Count];
        try
        {
            foreach (var column in columns)
                cursors[column] = await ColumnCursor.OpenAsync(group, _fields[column], LargestColumn, stop);
            return (cursors, null);
        }
        catch (Exception error) when (Damage.IsFileAtFault(error))
        {
            return (cursors, Damage.Describe(error));
        }
    }
}
