using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>Cuts a JSON array into its items without parsing them; holds one item at a time, never the file.</summary>
internal sealed class JsonArrayScanner(Stream stream)
{
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _isFinal;
    private byte _separator = (byte)'[';

    /// <summary>The bytes of the next item; null at the end of the array.</summary>
    /// <exception cref="JsonException">What follows is not an item.</exception>
    public async Task<byte[]?> NextAsync(CancellationToken stop)
    {
        byte[]? item;
        while (!TryCut(out item))
            await FillAsync(stop);
        return item;
    }

    /// <summary>Takes a separator and the item behind it; false, with nothing taken, when more bytes are needed.</summary>
    private bool TryCut(out byte[]? item)
    {
        item = null;
        var text = Trim(ByteOrderMark.Trim(_buffer.AsSpan(_start, _end - _start)));
        if (text.IsEmpty)
            return _isFinal ? throw new JsonException("the closing bracket is missing") : false;
        if (text[0] == ']' && _separator == ',')
            return true;
        if (text[0] != _separator)
            throw new JsonException($"expected a `{(char)_separator}` and found a `{(char)text[0]}`");
        text = Trim(text[1..]);
        if (_separator == '[' && text.StartsWith("]"u8))
            return true;
        var reader = new Utf8JsonReader(text, _isFinal, default);
        if (!reader.Read() || !reader.TrySkip())
            return false;
        item = text[..(int)reader.BytesConsumed].ToArray();
        _start = _end - text.Length + item.Length;
        _separator = (byte)',';
        return true;
    }

    private async Task FillAsync(CancellationToken stop)
    {
        var kept = _buffer.AsMemory(_start, _end - _start);
        if (kept.Length > SourceItem.Limit)
            throw new JsonException($"the item is longer than {SourceItem.Limit >> 20} MB");
        var buffer = kept.Length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        kept.CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, kept.Length);
        var length = await stream.ReadAsync(_buffer.AsMemory(_end), stop);
        _end += length;
        _isFinal = length == 0;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);
}
