using System.Buffers;
using System.Text;

namespace EvalAwareness.Reading.Files;

/// <summary>Puts an object or a list together from values cut elsewhere, as long as it stays within <see cref="SourceItem.Limit"/>.</summary>
internal sealed class JsonPieces
{
    private readonly ArrayBufferWriter<byte> _pieces = new();

    public bool IsTooLong { get; private set; }

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name as it is written in JSON, without quotes.</param>
    /// <param name="value">Its value; null for one that was too long to be taken.</param>
    public void Add(string name, byte[]? value) => Add($"\"{name}\":", value.AsSpan(), value is null);

    /// <summary>Adds an item of a list.</summary>
    /// <param name="value">Its value; null for one that was too long to be taken.</param>
    public void Add(byte[]? value) => Add("", value.AsSpan(), value is null);

    /// <summary>The members that were added; null when they are too long.</summary>
    public byte[]? Object() => IsTooLong ? null : [(byte)'{', .. _pieces.WrittenSpan, (byte)'}'];

    /// <summary>The items that were added; null when they are too long.</summary>
    public byte[]? List() => IsTooLong ? null : [(byte)'[', .. _pieces.WrittenSpan, (byte)']'];

    private void Add(string name, ReadOnlySpan<byte> value, bool isTooLong)
    {
        IsTooLong |= isTooLong || _pieces.WrittenCount + value.Length > SourceItem.Limit;
        if (IsTooLong)
            return;
        _pieces.Write(Encoding.UTF8.GetBytes((_pieces.WrittenCount > 0 ? "," : "") + name));
        _pieces.Write(value);
    }
}
