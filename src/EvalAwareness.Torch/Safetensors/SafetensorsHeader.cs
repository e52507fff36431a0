using System.Text.Json;

namespace EvalAwareness.Torch.Safetensors;

/// <summary>Reads and checks a safetensors header. Everything in it is untrusted: no size is believed before it is compared with the file.</summary>
internal static class SafetensorsHeader
{
    /// <summary>Bytes of the length field that a file begins with.</summary>
    public const int LengthSize = 8;

    // The format's own limit (safetensors README): a longer header is hostile or broken.
    private const long MaximumLength = 100_000_000;

    private const string Metadata = "__metadata__";

    public static long CheckLength(string file, ulong length, long fileSize)
    {
        if (length > MaximumLength || (long)length > fileSize - LengthSize)
            throw new SafetensorsException(file, $"its header claims {length} bytes, the file has {fileSize}; it is truncated or no safetensors file");
        return (long)length;
    }

    /// <param name="file">For messages.</param>
    /// <param name="header">The JSON text.</param>
    /// <param name="dataSize">Bytes after the header.</param>
    public static Dictionary<string, TensorEntry> Parse(string file, ReadOnlyMemory<byte> header, long dataSize)
    {
        using var document = ParseJson(file, header);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new SafetensorsException(file, "its header is no JSON object");
        var entries = new Dictionary<string, TensorEntry>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var name = ReadName(file, property);
            if (name != Metadata && !entries.TryAdd(name, ReadEntry(file, name, property.Value)))
                throw new SafetensorsException(file, $"tensor '{name}' stands in its header twice");
        }
        CheckRanges(file, entries, dataSize);
        return entries;
    }

    private static JsonDocument ParseJson(string file, ReadOnlyMemory<byte> header)
    {
        try
        {
            return JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException error)
        {
            throw new SafetensorsException(file, $"its header is no JSON ({error.Message})");
        }
    }

    private static string ReadName(string file, JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        // Half of a surrogate pair, which JSON can escape and no string may hold.
        catch (InvalidOperationException error)
        {
            throw new SafetensorsException(file, $"the name of a tensor is not valid Unicode ({error.Message})");
        }
    }

    private static TensorEntry ReadEntry(string file, string name, JsonElement value)
    {
        try
        {
            var typeName = value.GetProperty("dtype").GetString() ?? "";
            var type = ElementTypes.Parse(typeName)
                ?? throw new SafetensorsException(file, $"tensor '{name}' has the unknown element type '{typeName}'");
            var shape = value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
            var offsets = value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64()).ToArray();
            if (offsets is not [var begin, var end] || Array.Exists(shape, size => size < 0))
                throw new SafetensorsException(file, $"tensor '{name}' has no valid shape and data_offsets");
            return new TensorEntry(type, shape, begin, end);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SafetensorsException(file, $"tensor '{name}' lacks a valid dtype, shape or data_offsets");
        }
    }

    private static void CheckRanges(string file, Dictionary<string, TensorEntry> entries, long dataSize)
    {
        var previous = 0L;
        foreach (var (name, entry) in entries.OrderBy(pair => pair.Value.Begin).ThenBy(pair => pair.Value.End))
        {
            if (entry.Begin < previous)
                throw new SafetensorsException(file, $"tensor '{name}' overlaps the one before it");
            if (entry.End < entry.Begin || entry.End > dataSize)
                throw new SafetensorsException(file, $"tensor '{name}' ends at byte {entry.End} of {dataSize}: the file is truncated");
            if (ByteSize(entry) != entry.End - entry.Begin)
                throw new SafetensorsException(
                    file, $"tensor '{name}' of shape {Shapes.Text(entry.Shape)} does not fill its {entry.End - entry.Begin} bytes");
            previous = entry.End;
        }
    }

    /// <summary>Bytes the shape needs; -1 when that overflows.</summary>
    private static long ByteSize(TensorEntry entry)
    {
        try
        {
            return entry.Shape.Aggregate((long)entry.Type.Size(), (product, size) => checked(product * size));
        }
        catch (OverflowException)
        {
            return -1;
        }
    }
}
