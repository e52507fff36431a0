using System.Buffers;
using System.Runtime.CompilerServices;

namespace EvalAwareness.Reading.Files;

/// <summary>The lines of a JSONL file, one at a time: memory depends on the longest line, not on the file.</summary>
internal static class JsonLines
{
    public static async IAsyncEnumerable<SourceItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        var lines = new LineAssembler();
        var chunk = new byte[64 << 10];
        while (await stream.ReadAsync(chunk, stop) is var length and > 0)
        {
            for (int start = 0, end; start < length; start = end)
            {
                var newline = chunk.AsSpan(start, length - start).IndexOf((byte)'\n');
                end = newline < 0 ? length : start + newline + 1;
                lines.Append(chunk.AsSpan(start, end - start));
                if (newline >= 0 && lines.Finish() is { } item)
                    yield return item;
            }
        }
        if (lines.Finish() is { } last)
            yield return last;
    }

    private sealed class LineAssembler
    {
        private readonly ArrayBufferWriter<byte> _line = new();
        private bool _tooLong;
        private int _number;

        public void Append(ReadOnlySpan<byte> part)
        {
            _tooLong |= _line.WrittenCount + part.Length > SourceItem.Limit;
            if (!_tooLong)
                _line.Write(part);
        }

        /// <summary>Ends the line; null when it is blank.</summary>
        public SourceItem? Finish()
        {
            _number++;
            var text = _number == 1 ? ByteOrderMark.Trim(_line.WrittenSpan) : _line.WrittenSpan;
            var json = text.Trim(" \t\r\n"u8).ToArray();
            var problem = _tooLong ? SourceItem.TooLong("the line") : null;
            _line.ResetWrittenCount();
            _tooLong = false;
            return json.Length == 0 && problem is null ? null : SourceItem.At(_number, json, problem);
        }
    }
}
