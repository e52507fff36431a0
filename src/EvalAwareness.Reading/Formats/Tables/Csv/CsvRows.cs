using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Formats.Tables.Csv;

/// <summary>The rows of a file of separated values below its header, one in memory at a time.</summary>
internal sealed class CsvRows : IDisposable
{
    private const string OpenQuote = "a quote in it is not closed or stands out of place; rows behind it may be part of it";

    private readonly BoundedText _text;
    private readonly CsvParser _parser;
    private readonly int _columns;
    private bool _isBad;
    private bool _isLost;

    private CsvRows(string path, CsvDialect dialect)
    {
        _columns = dialect.Columns.Names.Count;
        _text = new BoundedText(new StreamReader(path, Encoding.UTF8));
        // A quote within plain text is text.
        _parser = new CsvParser(_text, CsvDialect.Configuration(dialect.Delimiter, found => _isBad |= found.Field.StartsWith('"')));
    }

    public static async IAsyncEnumerable<TableRow> ReadAsync(string path, CsvDialect dialect, [EnumeratorCancellation] CancellationToken stop)
    {
        using var rows = new CsvRows(path, dialect);
        if (await rows.NextAsync(0) is { Problem: not null } header)
            yield return header;
        for (var number = 1L; await rows.NextAsync(number) is { } row; number++)
        {
            stop.ThrowIfCancellationRequested();
            yield return row;
            if (rows._isLost)
                yield break;
        }
    }

    public void Dispose() => _parser.Dispose();

    private async Task<TableRow?> NextAsync(long number)
    {
        _text.Renew();
        _isBad = false;
        try
        {
            return await _parser.ReadAsync() ? Row(number, _parser.Record ?? []) : null;
        }
        catch (ItemException tooLong)
        {
            _isLost = true;
            return new TableRow(number, [], tooLong.Message);
        }
    }

    private TableRow Row(long number, string[] record) =>
        _isBad ? new TableRow(number, [], OpenQuote)
        : record.Length != _columns ? new TableRow(number, [], $"{record.Length} fields; the header has {_columns}")
        : new TableRow(number, Array.ConvertAll(record, text => new Cell(text)));
}
