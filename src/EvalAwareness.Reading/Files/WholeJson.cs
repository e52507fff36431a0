using System.Runtime.CompilerServices;

namespace EvalAwareness.Reading.Files;

/// <summary>A file that is one JSON value.</summary>
internal static class WholeJson
{
    public static async IAsyncEnumerable<SourceItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        if (new FileInfo(path).Length > SourceItem.Limit)
        {
            yield return SourceItem.At(1, default, SourceItem.TooLong("the value"));
            yield break;
        }
        var text = await File.ReadAllBytesAsync(path, stop);
        yield return SourceItem.At(1, ByteOrderMark.Trim(text).Trim(" \t\r\n"u8).ToArray());
    }
}
