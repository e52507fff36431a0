using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace EvalAwareness.Torch.Safetensors;

/// <summary>A memory-mapped safetensors file. Tensors read from it are views of the mapping, which must outlive them.</summary>
public sealed unsafe class SafetensorsFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _data;

    private SafetensorsFile(string path, MemoryMappedFile map, long fileSize)
    {
        _map = map;
        _view = map.CreateViewAccessor(0, fileSize, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var length = SafetensorsHeader.CheckLength(
                path, BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(start, SafetensorsHeader.LengthSize)), fileSize);
            var header = new ReadOnlySpan<byte>(start + SafetensorsHeader.LengthSize, (int)length).ToArray();
            Entries = SafetensorsHeader.Parse(path, header, fileSize - SafetensorsHeader.LengthSize - length);
            _data = start + SafetensorsHeader.LengthSize + length;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Every tensor in the file by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <exception cref="SafetensorsException">The file is missing, truncated or malformed.</exception>
    public static SafetensorsFile Open(string path)
    {
        if (!File.Exists(path))
            throw new SafetensorsException(path, "the file does not exist");
        using var stream = File.OpenRead(path);
        // Asked of the open file: the folders of Hugging Face's cache hold links, and a link has a length of its own.
        var size = stream.Length;
        if (size < SafetensorsHeader.LengthSize)
            throw new SafetensorsException(path, $"it has only {size} bytes");
        return new SafetensorsFile(path, MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true), size);
    }

    /// <summary>A view of one tensor: nothing is copied until it is used.</summary>
    public Tensor View(string name)
    {
        var entry = Entries[name];
        return Tensor.FromMemory((nint)(_data + entry.Begin), [.. entry.Shape], entry.Type);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
    }
}
