using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;

namespace EvalAwareness.Judging.Calibration;

/// <summary>A CSV file of labels as it is: a header line, then rows, of which the broken ones are kept apart.</summary>
internal sealed class LabelTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<LabelRow> _rows = [];
    private readonly List<QuarantinedRow> _quarantined = [];
    private bool _isBroken;

    private LabelTable(byte[] content) => Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of the whole file.</summary>
    public string Sha256 { get; }

    public IReadOnlyList<LabelRow> Rows => _rows;

    /// <summary>Rows that are no row of this table, in the order of the file.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantined => _quarantined;

    /// <exception cref="RefusedException">There is no such file, it is not text, or a column is missing.</exception>
    public static LabelTable Open(string path, params IReadOnlyList<string> columns)
    {
        if (!File.Exists(path))
            throw new RefusedException($"{path}: no such file of labels");
        var content = File.ReadAllBytes(path);
        var table = new LabelTable(content);
        try
        {
            using var text = new StreamReader(new MemoryStream(content), Strict);
            table.Read(text, header => LabelColumns.Check(path, header, columns));
            return table;
        }
        catch (DecoderFallbackException broken)
        {
            throw new RefusedException($"{path}: not UTF-8 text; save it as CSV in UTF-8", broken);
        }
    }

    private void Read(StreamReader text, Action<IReadOnlyList<string>> check)
    {
        using var parser = new CsvParser(text, Configuration());
        string[] header = parser.Read() ? Array.ConvertAll(parser.Record!, name => name.Trim().ToLowerInvariant()) : [];
        check(header);
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            if (parser.Record is not [""])
                Add(line, header, parser.Record!);
        }
    }

    /// <summary>Empty lines are read as rows, since lines are counted.</summary>
    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture) { BadDataFound = _ => _isBroken = true, IgnoreBlankLines = false };

    private void Add(int line, string[] header, string[] cells)
    {
        if (_isBroken)
            _quarantined.Add(new QuarantinedRow(line, "a quotation mark is out of place or never closed"));
        else if (cells.Length != header.Length)
            _quarantined.Add(new QuarantinedRow(line, $"{cells.Length} values under {header.Length} columns"));
        else
            _rows.Add(new LabelRow(line, header.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second)));
        _isBroken = false;
    }
}
