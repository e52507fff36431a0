using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Tables.Csv;

/// <summary>Tables of values separated by commas, semicolons or tabs.</summary>
internal sealed class CsvFormat(IReadOnlyList<IConversationShape> shapes) : ITranscriptFormat
{
    public string Name => "csv";

    // The first line of a table may be taken for a line of JSON: a quoted name is both.
    public bool Recognizes(FileHead head) =>
        head.Shape is FileShape.Text or FileShape.JsonLines && !head.First.IsObject && CsvDialect.Of(head.Text).Layout is not null;

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop)
    {
        var reading = new TableReading(Name, shapes);
        var dialect = CsvDialect.Of(file.Head.Text);
        return dialect.Layout is { } layout
            ? reading.ReadAsync(layout, CsvRows.ReadAsync(file.Path, dialect, stop), stop)
            : AsyncEnumerable.Repeat(reading.Refused(dialect.Columns.Refusal), 1);
    }
}
