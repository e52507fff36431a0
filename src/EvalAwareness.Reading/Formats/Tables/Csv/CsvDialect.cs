using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace EvalAwareness.Reading.Formats.Tables.Csv;

/// <summary>How a file separates its columns, told by the separator with which its header names columns that are known.</summary>
/// <param name="Delimiter">Comma, semicolon or tab.</param>
/// <param name="Columns">The columns it gives.</param>
internal sealed record CsvDialect(string Delimiter, TableColumns Columns)
{
    private const int Sampled = 5;
    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <summary>How the conversations stand in it; null where there are none.</summary>
    public ITableLayout? Layout { get; } = TableLayouts.Of(Columns);

    /// <param name="head">The beginning of the file.</param>
    public static CsvDialect Of(string head)
    {
        var dialects = Delimiters.Select(delimiter => new CsvDialect(delimiter, new TableColumns(First(head, delimiter, 1).FirstOrDefault() ?? []))).ToList();
        return dialects.Find(dialect => dialect.Layout is not null) ?? dialects.MaxBy(dialect => dialect.Columns.Names.Count)!;
    }

    /// <summary>Whether the text is a table at all: its first rows are as wide as its header.</summary>
    public bool IsTable(string head)
    {
        var rows = First(head, Delimiter, Sampled);
        // The last one may be cut off where the head ends.
        return Columns.Names.Count > 1 && rows.Count > 2 && rows.SkipLast(1).All(row => row.Length == Columns.Names.Count);
    }

    public static CsvConfiguration Configuration(string delimiter, BadDataFound? badData) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        BadDataFound = badData,
        BufferSize = 64 << 10,
        DetectDelimiter = false,
    };

    private static List<string[]> First(string head, string delimiter, int most)
    {
        using var parser = new CsvParser(new StringReader(head), Configuration(delimiter, null));
        var rows = new List<string[]>();
        while (rows.Count < most && parser.Read())
            rows.Add(parser.Record!);
        return rows;
    }
}
