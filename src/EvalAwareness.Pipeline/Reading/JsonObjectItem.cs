using System.Runtime.CompilerServices;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>A file that is one JSON object over many lines.</summary>
internal static class JsonObjectItem
{
    public static async IAsyncEnumerable<SourceItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        var file = Path.GetFileName(path);
        if (new FileInfo(path).Length > JsonLines.LineLimit)
        {
            yield return new SourceItem(file, 1, default, $"the object is longer than {JsonLines.LineLimit >> 20} MB");
            yield break;
        }
        var text = await File.ReadAllBytesAsync(path, stop);
        yield return new SourceItem(file, 1, SourceFile.WithoutByteOrderMark(text).ToArray());
    }
}
