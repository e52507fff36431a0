namespace EvalAwareness.Pipeline.Planning;

/// <summary>Packs positions into blocks, in the order given.</summary>
internal static class BlockPacker
{
    /// <summary>Consecutive transcripts until the next would not fit; a transcript larger than a block is cut into
    /// slices.</summary>
    public static IEnumerable<IReadOnlyList<BlockItem>> Pack(IEnumerable<BlockItem> items, int capacity)
    {
        var group = new List<BlockItem>();
        var taken = 0;
        foreach (var slice in items.SelectMany(item => Slice(item, capacity)))
        {
            if (taken + slice.Tokens.Count > capacity)
            {
                yield return group;
                (group, taken) = ([], 0);
            }
            group.Add(slice);
            taken += slice.Tokens.Count;
        }
        if (group.Count > 0)
            yield return group;
    }

    /// <summary>Joins each group of a single item with its neighbour; where there is one group only, nothing changes.</summary>
    public static IReadOnlyList<IReadOnlyList<BlockItem>> JoinSingles(IEnumerable<IReadOnlyList<BlockItem>> groups)
    {
        var joined = new List<IReadOnlyList<BlockItem>>();
        foreach (var group in groups)
        {
            if (joined.Count > 0 && (group.Count == 1 || joined[^1].Count == 1))
                joined[^1] = [.. joined[^1], .. group];
            else
                joined.Add(group);
        }
        return joined;
    }

    private static IEnumerable<BlockItem> Slice(BlockItem item, int capacity) =>
        item.Tokens.Chunk(capacity).Select((tokens, index) => item with { Tokens = tokens, IsFirst = index == 0 });
}
