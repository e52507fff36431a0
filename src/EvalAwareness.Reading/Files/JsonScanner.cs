using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>
/// Walks through JSON of any size: enters objects and lists, takes values or passes over them. Holds one value at a time, never the file. Who is
/// given a name or a place takes or passes over the value behind it.
/// </summary>
/// <param name="read">Fills the memory with what comes next; 0 at the end.</param>
internal sealed class JsonScanner(Func<Memory<byte>, CancellationToken, ValueTask<int>> read)
{
    // How deep a value may go is for its parser to say: a deep one must not hide those behind it.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly PythonNumbers _numbers = new();
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    // How far the bytes are what they will be: what Python's numbers cut in two is not shown yet.
    private int _mended;
    private bool _isFinal;
    private bool _isFirst;

    private ReadOnlySpan<byte> Shown => _buffer.AsSpan(_start.._mended);

    public JsonScanner(Stream stream) : this(stream.ReadAsync)
    {
    }

    /// <summary>The first character of what follows, white space aside; null at the end.</summary>
    public async Task<char?> PeekAsync(CancellationToken stop)
    {
        while (true)
        {
            var text = ByteOrderMark.Trim(Shown).TrimStart(" \t\r\n"u8);
            _start = _mended - text.Length;
            if (!text.IsEmpty || _isFinal)
                return text.IsEmpty ? null : (char)text[0];
            await FillAsync(stop);
        }
    }

    /// <summary>The names in the object that follows, as they are written, each with its value still to come; none, and the value passed over,
    /// where it is no object.</summary>
    public async IAsyncEnumerable<string> MembersAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (!await IsEnteredAsync('{', stop))
            yield break;
        while (await NextAsync('}', stop))
        {
            if (await PeekAsync(stop) != '"' || await TakeAsync(stop) is not { } name)
                throw new JsonException("a member has no name");
            await ExpectAsync(':', stop);
            yield return Encoding.UTF8.GetString(name.AsSpan(1, name.Length - 2));
        }
    }

    /// <summary>The places from 0 in the list that follows, each with its value still to come; none, and the value passed over, where it is no
    /// list.</summary>
    public async IAsyncEnumerable<int> ItemsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (!await IsEnteredAsync('[', stop))
            yield break;
        for (var index = 0; await NextAsync(']', stop); index++)
            yield return index;
    }

    /// <summary>The bytes of the next value; null, with the value passed over, when it is longer than <see cref="SourceItem.Limit"/>.</summary>
    /// <exception cref="JsonException">What follows is not a value.</exception>
    public async Task<byte[]?> TakeAsync(CancellationToken stop)
    {
        await PeekAsync(stop);
        int? length;
        while ((length = Measure()) is null && _end - _start <= SourceItem.Limit)
            await FillAsync(stop);
        if (!(length <= SourceItem.Limit))
        {
            await SkipAsync(stop);
            return null;
        }
        var value = _buffer.AsSpan(_start, length.Value).ToArray();
        _start += value.Length;
        return value;
    }

    /// <summary>Passes over the next value, however long it is.</summary>
    public async Task SkipAsync(CancellationToken stop)
    {
        await PeekAsync(stop);
        var state = new JsonReaderState(AnyDepth);
        while (!Pass(ref state))
            await FillAsync(stop);
    }

    /// <exception cref="JsonException">Something follows.</exception>
    public async Task RequireEndAsync(CancellationToken stop)
    {
        if (await PeekAsync(stop) is { } found)
            throw new JsonException($"{Quoted(found)} follows where it should end");
    }

    /// <summary>Takes an opening bracket, or passes over the value that has none.</summary>
    private async Task<bool> IsEnteredAsync(char bracket, CancellationToken stop)
    {
        _isFirst = await PeekAsync(stop) == bracket;
        await (_isFirst ? ExpectAsync(bracket, stop) : SkipAsync(stop));
        return _isFirst;
    }

    /// <summary>Takes what stands before the next item or member; false when it was the closing bracket.</summary>
    private async Task<bool> NextAsync(char closing, CancellationToken stop)
    {
        var ends = await PeekAsync(stop) == closing;
        if (ends || !_isFirst)
            await ExpectAsync(ends ? closing : ',', stop);
        _isFirst = false;
        return !ends;
    }

    private async Task ExpectAsync(char expected, CancellationToken stop)
    {
        var found = await PeekAsync(stop);
        if (found != expected)
            throw new JsonException(found is { } other ? $"expected `{expected}` and found {Quoted(other)}" : $"it ends where `{expected}` is expected");
        _start++;
    }

    private static string Quoted(char found) => found is > ' ' and < '\u007F' ? $"`{found}`" : $"0x{(int)found:X2}";

    /// <summary>How long the next value is; null when more bytes are needed to tell.</summary>
    private int? Measure()
    {
        var reader = new Utf8JsonReader(Shown, _isFinal, new JsonReaderState(AnyDepth));
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
    }

    /// <summary>Passes over as much of a value as there is; whether that was its end.</summary>
    private bool Pass(ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(Shown, _isFinal, state);
        var isWhole = false;
        while (!isWhole && reader.Read())
            isWhole = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        _start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return isWhole;
    }

    private async Task FillAsync(CancellationToken stop)
    {
        var kept = _buffer.AsMemory(_start, _end - _start);
        if (kept.Length > SourceItem.Limit)
            throw new JsonException(SourceItem.TooLong("a text in it"));
        var buffer = kept.Length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        kept.CopyTo(buffer);
        (_buffer, _start, _end, _mended) = (buffer, 0, kept.Length, _mended - _start);
        var length = await read(_buffer.AsMemory(_end), stop);
        _end += length;
        _isFinal = length == 0;
        _mended = _isFinal ? _end : _numbers.Mend(_buffer.AsSpan(0, _end), _mended);
    }
}
