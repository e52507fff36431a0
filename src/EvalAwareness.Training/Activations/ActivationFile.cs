using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Activations;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Training.Activations;

/// <summary>Activations in Parquet, one row group a file: raw, never normalised, with what is known of each.</summary>
internal static class ActivationFile
{
    private static readonly DataField<string> DocumentId = new("doc_id", nullable: false);
    private static readonly DataField<string> Split = new("split", nullable: false);
    private static readonly DataField<int> Position = new("position");
    private static readonly DataField<int> TokenId = new("token_id");
    private static readonly DataField<string> Token = new("token", nullable: false);
    private static readonly DataField<double> L2Norm = new("l2_norm");
    private static readonly DataField<string> TextBefore = new("text_before", nullable: false);
    private static readonly DataField<float> Element = new("element");
    private static readonly ParquetSchema Schema = new(
        DocumentId, Split, Position, TokenId, Token, L2Norm, VectorField.ListOf(Element), TextBefore);

    /// <summary>Writes beside the file and renames: a file is there as a whole or not at all.</summary>
    public static async Task WriteAsync(string path, string split, IReadOnlyList<StoredActivation> rows, CancellationToken stop)
    {
        var pending = $"{path}.tmp";
        await using (var stream = File.Create(pending))
            await WriteAsync(stream, split, rows, stop);
        File.Move(pending, path, overwrite: true);
    }

    /// <exception cref="RefusedException">The file is no table of activations.</exception>
    public static Task<IReadOnlyList<StoredActivation>> ReadAsync(string path, CancellationToken stop) => OpenAsync(path, async group =>
    {
        var (ids, positions) = (await TextAsync(group, DocumentId, stop), await ValuesAsync(group, Position, stop));
        var (tokenIds, tokens) = (await ValuesAsync(group, TokenId, stop), await TextAsync(group, Token, stop));
        var (before, vectors) = (await TextAsync(group, TextBefore, stop), await VectorField.ReadAsync(group, Element, stop));
        return (IReadOnlyList<StoredActivation>)[.. ids.Select((id, row) =>
            new StoredActivation(id, positions[row], tokenIds[row], tokens[row], before[row], vectors[row]))];
    }, stop);

    /// <summary>What the rows are called, without their vectors.</summary>
    /// <exception cref="RefusedException">The file is no table of activations.</exception>
    public static Task<IReadOnlyList<ActivationKey>> ReadKeysAsync(string path, CancellationToken stop) => OpenAsync(path, async group =>
    {
        var (ids, positions) = (await TextAsync(group, DocumentId, stop), await ValuesAsync(group, Position, stop));
        return (IReadOnlyList<ActivationKey>)[.. ids.Zip(positions, (id, position) => new ActivationKey(id, position))];
    }, stop);

    private static async Task WriteAsync(Stream stream, string split, IReadOnlyList<StoredActivation> rows, CancellationToken stop)
    {
        await using var writer = await ParquetWriter.CreateAsync(
            Schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd }, cancellationToken: stop);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(DocumentId, [.. rows.Select(row => row.DocumentId)]);
        await group.WriteAsync(Split, [.. rows.Select(_ => split)]);
        await group.WriteAsync<int>(Position, rows.Select(row => row.Position).ToArray(), cancellationToken: stop);
        await group.WriteAsync<int>(TokenId, rows.Select(row => row.TokenId).ToArray(), cancellationToken: stop);
        await group.WriteAsync(Token, [.. rows.Select(row => row.Token)]);
        await group.WriteAsync<double>(L2Norm, rows.Select(row => Norm.L2(row.Vector)).ToArray(), cancellationToken: stop);
        await VectorField.WriteAsync(group, Element, [.. rows.Select(row => row.Vector)], stop);
        await group.WriteAsync(TextBefore, [.. rows.Select(row => row.TextBefore)]);
        group.CompleteValidate();
    }

    private static async Task<T> OpenAsync<T>(string path, Func<ParquetRowGroupReader, Task<T>> read, CancellationToken stop)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: stop);
            using var group = reader.OpenRowGroupReader(0);
            return await read(group);
        }
        // A file that was damaged fails in as many ways as there are bytes.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new RefusedException($"{path}: no readable table of activations ({error.Message})", error);
        }
    }

    private static async Task<string[]> TextAsync(ParquetRowGroupReader group, DataField field, CancellationToken stop)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory(), cancellationToken: stop);
        return values!;
    }

    private static async Task<T[]> ValuesAsync<T>(ParquetRowGroupReader group, DataField<T> field, CancellationToken stop) where T : struct
    {
        var values = new T[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory(), cancellationToken: stop);
        return values;
    }
}
