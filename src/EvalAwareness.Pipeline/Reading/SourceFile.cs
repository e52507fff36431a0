using System.Text;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>Finds the transcripts in a file by what it holds, not by its name: JSON lines, an array, or one object.</summary>
internal static class SourceFile
{
    // Enough to meet the first member of an object, or a zero byte of a binary file.
    private const int HeadLength = 256;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static IAsyncEnumerable<SourceItem> ReadAsync(string path, CancellationToken stop)
    {
        var head = Head(path);
        return ForeignKind(head) is { } foreign
            ? Foreign(path, foreign)
            : ShapeOf(head) switch
            {
                SourceShape.Array => JsonArrayItems.ReadAsync(path, stop),
                SourceShape.Object => JsonObjectItem.ReadAsync(path, stop),
                _ => JsonLines.ReadAsync(path, stop),
            };
    }

    /// <summary>The text without the mark that some editors put before UTF-8.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    private static string Head(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(WithoutByteOrderMark(head.AsSpan(0, length)));
    }

    // Such a file is one failure, not one for each of its lines.
    private static string? ForeignKind(string head) =>
        head.StartsWith("version https://git-lfs", StringComparison.Ordinal)
            ? "a Git LFS pointer; the file it stands for was not fetched"
        : head.Contains('\0') ? "binary data; a file of transcripts is text"
        : null;

    private static IAsyncEnumerable<SourceItem> Foreign(string path, string problem) =>
        AsyncEnumerable.Repeat(new SourceItem(Path.GetFileName(path), 1, default, problem), 1);

    private static SourceShape ShapeOf(string head)
    {
        var text = head.TrimStart();
        if (text.StartsWith('['))
            return SourceShape.Array;
        // A JSON line holds its whole object; an opening brace alone on its line is one object over many lines.
        return text.StartsWith('{') && text[1..].TrimStart(' ', '\t', '\r').StartsWith('\n')
            ? SourceShape.Object
            : SourceShape.Lines;
    }

    private enum SourceShape
    {
        Lines,
        Array,
        Object,
    }
}
