using System.Runtime.CompilerServices;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats;

/// <summary>Reads items on all cores, batch after batch, and keeps their order.</summary>
internal static class ItemBatches
{
    // Long enough to keep the cores busy, short enough to hold few transcripts at once.
    private const int BatchBytes = 4 << 20;

    /// <param name="items">What is read.</param>
    /// <param name="read">Makes a conversation of one item; called by several threads at once.</param>
    /// <param name="stop">Cancels between batches.</param>
    public static async IAsyncEnumerable<ReadConversation> ReadInOrderAsync(
        this IAsyncEnumerable<SourceItem> items, Func<SourceItem, ReadConversation> read, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var batch in BatchesAsync(items, stop))
        {
            foreach (var conversation in batch.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.FullyBuffered).Select(read))
                yield return conversation;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<SourceItem>> BatchesAsync(
        IAsyncEnumerable<SourceItem> items, [EnumeratorCancellation] CancellationToken stop)
    {
        var (batch, bytes) = (new List<SourceItem>(), 0);
        await foreach (var item in items.WithCancellation(stop))
        {
            batch.Add(item);
            bytes += item.Json.Length;
            if (bytes < BatchBytes)
                continue;
            yield return batch;
            (batch, bytes) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
