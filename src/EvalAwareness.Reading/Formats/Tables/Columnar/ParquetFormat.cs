using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>Parquet files, among them the transcript databases of Inspect Scout and the chat datasets of Hugging Face.</summary>
internal sealed class ParquetFormat(IReadOnlyList<IConversationShape> shapes) : ITranscriptFormat
{
    public string Name => "parquet";

    public bool Recognizes(FileHead head) => head.Shape == FileShape.Parquet;

    public async IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        var reading = new TableReading(Name, shapes);
        var (table, problem) = await OpenAsync(file.Path, stop);
        if (table is null)
        {
            yield return reading.Refused(problem!);
            yield break;
        }
        await using (table)
        {
            if (TableLayouts.Of(table.Columns) is not { } layout)
            {
                yield return reading.Refused(table.Columns.Refusal);
                yield break;
            }
            await foreach (var read in reading.ReadAsync(layout, table.RowsAsync(layout.Columns, stop), stop))
                yield return read;
        }
    }

    private static async Task<(ParquetTable? Table, string? Problem)> OpenAsync(string path, CancellationToken stop)
    {
        try
        {
            return (await ParquetTable.OpenAsync(path, stop), null);
        }
        catch (ItemException unreadable)
        {
            return (null, unreadable.Message);
        }
    }
}
