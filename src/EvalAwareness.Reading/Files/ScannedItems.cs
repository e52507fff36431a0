using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>Items cut from a stream one at a time.</summary>
internal static class ScannedItems
{
    /// <summary>The items up to the first syntax error, which is the last: past it nobody knows where the next one begins.</summary>
    /// <param name="items">The items.</param>
    /// <param name="whole">What they are cut from, in words.</param>
    public static async IAsyncEnumerable<SourceItem> UpToSyntaxErrorAsync(this IAsyncEnumerable<SourceItem> items, string whole)
    {
        await using var rest = items.GetAsyncEnumerator();
        for (var number = 1; ; number++)
        {
            var (item, isLast) = await NextAsync(rest, number, whole);
            if (item is not null)
                yield return item;
            if (isLast)
                yield break;
        }
    }

    private static async Task<(SourceItem? Item, bool IsLast)> NextAsync(IAsyncEnumerator<SourceItem> rest, int number, string whole)
    {
        try
        {
            return await rest.MoveNextAsync() ? (rest.Current, false) : (null, true);
        }
        catch (JsonException broken)
        {
            return (SourceItem.At(number, default, $"not JSON from here to the end of {whole}: {broken.Message}"), true);
        }
    }
}
