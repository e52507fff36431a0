using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>The items of a file that is one JSON array, one at a time, up to its end or its first syntax error.</summary>
internal static class JsonArrayItems
{
    public static async IAsyncEnumerable<SourceItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        var file = Path.GetFileName(path);
        await using var stream = File.OpenRead(path);
        var array = new JsonArrayScanner(stream);
        for (var number = 1; await NextAsync(array, file, number, stop) is { } item; number++)
        {
            yield return item;
            if (item.Problem is not null)
                yield break;
        }
    }

    // Past a syntax error nobody knows where the next item begins: the array ends there.
    private static async Task<SourceItem?> NextAsync(JsonArrayScanner array, string file, int number, CancellationToken stop)
    {
        try
        {
            return await array.NextAsync(stop) is { } json ? new SourceItem(file, number, json) : null;
        }
        catch (JsonException broken)
        {
            return new SourceItem(file, number, default, $"not JSON from here to the end of the array: {broken.Message}");
        }
    }
}
