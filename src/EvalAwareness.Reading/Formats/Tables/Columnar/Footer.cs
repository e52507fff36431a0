using System.Buffers.Binary;
using System.Reflection;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using Parquet.Meta;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>
/// Reads what a Parquet file says of itself before the library may. The library never ends on a footer that is cut off, and follows any
/// depth; so its own reader is tried first on a stream that fails instead, and what it says is held against what can be read.
/// </summary>
internal static class Footer
{
    private const int Tail = 8;
    private const int DeepestSchema = 32;
    private const int MostElements = 10_000;

    private static readonly System.Type Protocol =
        typeof(FileMetaData).Assembly.GetType("Parquet.Meta.Proto.ThriftCompactProtocolReader", throwOnError: true)!;

    private static readonly MethodInfo Reader =
        typeof(FileMetaData).GetMethod("Read", BindingFlags.Static | BindingFlags.NonPublic, [Protocol])
        ?? throw new MissingMethodException(nameof(FileMetaData), "Read");

    /// <exception cref="ItemException">The file is damaged, encrypted, or stored in a way that cannot be read.</exception>
    public static void Check(string path)
    {
        var (metadata, left) = Parse(Bytes(path));
        if (ProblemOf(metadata, left) is { } problem)
            throw new ItemException(problem);
    }

    private static string? ProblemOf(FileMetaData metadata, long left)
    {
        var rows = metadata.RowGroups.Sum(group => (decimal)group.NumRows);
        return metadata.EncryptionAlgorithm is not null || Chunks(metadata).Any(chunk => chunk.CryptoMetadata is not null)
                ? "a Parquet file with encrypted columns; decrypt it first"
            : left > 0 ? $"a damaged Parquet file: its footer ends {left} bytes early"
            : Chunks(metadata).Any(chunk => chunk.MetaData is null) ? "a damaged Parquet file: a column says nothing of its data"
            : rows != metadata.NumRows ? $"a damaged Parquet file: it states {metadata.NumRows} rows and has {rows}"
            : metadata.Schema.Count > MostElements ? $"a Parquet file of more than {MostElements} columns"
            : DepthOf(metadata.Schema) > DeepestSchema ? $"a Parquet file with columns nested deeper than {DeepestSchema}"
            : Chunks(metadata).Select(chunk => chunk.MetaData!.Codec).FirstOrDefault(IsUnknown) is var codec && IsUnknown(codec)
                ? $"a Parquet file whose compression ({codec}) cannot be read"
            : null;
    }

    private static bool IsUnknown(CompressionCodec codec) => codec == CompressionCodec.LZO || !Enum.IsDefined(codec);

    private static IEnumerable<ColumnChunk> Chunks(FileMetaData metadata) => metadata.RowGroups.SelectMany(group => group.Columns);

    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        var tail = new byte[Tail];
        if (file.Length < Tail + 4)
            throw new ItemException("a damaged Parquet file: it is too short");
        file.Seek(-Tail, SeekOrigin.End);
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (!tail.AsSpan(4).SequenceEqual("PAR1"u8) || length > Math.Min(file.Length - Tail - 4, SourceItem.Limit))
            throw new ItemException("a damaged Parquet file: it has no footer, perhaps because it is cut off");
        var footer = new byte[length];
        file.Seek(-Tail - length, SeekOrigin.End);
        file.ReadExactly(footer);
        return footer;
    }

    /// <summary>What the footer says, and how many of its bytes are left behind that.</summary>
    private static (FileMetaData Metadata, long Left) Parse(byte[] footer)
    {
        try
        {
            using var stream = new FooterStream(footer);
            var metadata = (FileMetaData)Reader.Invoke(null, [Activator.CreateInstance(Protocol, stream)])!;
            return (metadata, stream.Length - stream.Position);
        }
        catch (TargetInvocationException broken)
        {
            throw new ItemException($"a damaged Parquet file: its footer cannot be read ({broken.InnerException!.Message})", broken);
        }
    }

    private static int DepthOf(List<SchemaElement> schema)
    {
        var deepest = 0;
        var open = new Stack<int>();
        foreach (var element in schema)
        {
            while (open.TryPeek(out var left) && left <= 0)
                open.Pop();
            if (open.TryPop(out var siblings))
                open.Push(siblings - 1);
            if (element.NumChildren is { } children and > 0)
                open.Push(children);
            deepest = Math.Max(deepest, open.Count);
        }
        return deepest;
    }
}
