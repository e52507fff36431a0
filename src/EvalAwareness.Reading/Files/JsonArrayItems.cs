using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>The items of a file that is one JSON array, one at a time, up to its end or its first syntax error.</summary>
internal static class JsonArrayItems
{
    public static async IAsyncEnumerable<SourceItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        var array = new JsonArrayScanner(stream);
        for (var number = 1; await NextAsync(array, number, stop) is { } item; number++)
        {
            yield return item;
            if (item.Problem is not null)
                yield break;
        }
    }

    // Past a syntax error nobody knows where the next item begins: the array ends there.
    private static async Task<SourceItem?> NextAsync(JsonArrayScanner array, int number, CancellationToken stop)
    {
        try
        {
            return await array.NextAsync(stop) is { } json ? SourceItem.At(number, json) : null;
        }
        catch (JsonException broken)
        {
            return SourceItem.At(number, default, $"not JSON from here to the end of the array: {broken.Message}");
        }
    }
}
