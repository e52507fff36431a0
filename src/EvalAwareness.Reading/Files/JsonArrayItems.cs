using System.Runtime.CompilerServices;

namespace EvalAwareness.Reading.Files;

/// <summary>The items of a file that is one JSON array, one at a time.</summary>
internal static class JsonArrayItems
{
    public static IAsyncEnumerable<SourceItem> ReadAsync(string path, CancellationToken stop) =>
        CutAsync(path, stop).UpToSyntaxErrorAsync("the array");

    private static async IAsyncEnumerable<SourceItem> CutAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        var array = new JsonScanner(stream);
        await foreach (var index in array.ItemsAsync(stop))
        {
            var json = await array.TakeAsync(stop);
            yield return SourceItem.At(index + 1, json, json is null ? SourceItem.TooLong("the item") : null);
        }
    }
}
