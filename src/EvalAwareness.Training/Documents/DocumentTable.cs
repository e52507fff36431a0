using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Training.Documents;

/// <summary>One document a row of a Parquet file: its <c>text</c> column, and perhaps <c>id</c>. A row group is in memory at a time.</summary>
internal static class DocumentTable
{
    /// <summary>What the library calls the type of a text column.</summary>
    private static readonly Type TextType = typeof(ReadOnlyMemory<char>);

    public static async IAsyncEnumerable<CorpusItem> ReadAsync(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var reader = await OpenAsync(file, stop);
        var text = Column(reader, "text") ?? throw new RefusedException(
            $"{file}: there is no column `text` that holds text, only {string.Join(", ", reader.Schema.DataFields.Select(field => field.Path))}.");
        var id = Column(reader, "id");
        var number = 0;
        for (var index = 0; index < reader.RowGroupCount; index++)
        {
            using var group = reader.OpenRowGroupReader(index);
            var texts = await ValuesAsync(group, text, stop);
            var ids = id is null ? null : await ValuesAsync(group, id, stop);
            for (var row = 0; row < texts.Length; row++)
                yield return DocumentFields.Text($"{Path.GetFileName(file)}:{++number}", ids?[row], texts[row]);
        }
    }

    private static async Task<ParquetReader> OpenAsync(string file, CancellationToken stop)
    {
        try
        {
            return await ParquetReader.CreateAsync(file, cancellationToken: stop);
        }
        // A file that is no Parquet fails in as many ways as there are bytes.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new RefusedException($"{file}: no readable Parquet file ({error.Message})", error);
        }
    }

    private static DataField? Column(ParquetReader reader, string name) =>
        reader.Schema.DataFields.FirstOrDefault(field => field.Path.ToString() == name && field.ClrType == TextType);

    private static async Task<string?[]> ValuesAsync(ParquetRowGroupReader group, DataField field, CancellationToken stop)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory(), cancellationToken: stop);
        return values;
    }
}
