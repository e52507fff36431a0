using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalAwareness.Torch.Safetensors;

/// <summary>Writes safetensors files that any reader of the format opens.</summary>
public static class SafetensorsWriter
{
    // Data begins at a multiple of this, as the reference writer does, so that mapped tensors are aligned.
    private const int Alignment = 8;

    /// <summary>Writes all tensors under a temporary name and renames the file once it is complete.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        var ordered = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var header = Header(ordered);
        var temporary = path + ".tmp";
        using (var stream = File.Create(temporary))
        {
            Span<byte> length = stackalloc byte[SafetensorsHeader.LengthSize];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var (_, tensor) in ordered)
                WriteData(stream, tensor);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private static byte[] Header(List<KeyValuePair<string, Tensor>> tensors)
    {
        var header = new JsonObject { ["__metadata__"] = new JsonObject { ["format"] = "pt" } };
        var offset = 0L;
        foreach (var (name, tensor) in tensors)
        {
            var end = offset + tensor.ElementCount * tensor.Type.Size();
            header[name] = new JsonObject
            {
                ["dtype"] = ElementTypes.Name(tensor.Type),
                ["shape"] = JsonSerializer.SerializeToNode(tensor.Shape),
                ["data_offsets"] = JsonSerializer.SerializeToNode(new[] { offset, end }),
            };
            offset = end;
        }
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        var padded = new byte[(json.Length + Alignment - 1) / Alignment * Alignment];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }

    private static void WriteData(FileStream stream, Tensor tensor)
    {
        using var scope = TensorScope.Enter();
        stream.Write(tensor.To(Device.Cpu).Contiguous().Span<byte>());
    }
}
