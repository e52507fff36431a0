namespace EvalAwareness.Core;

/// <summary>Where the failure of an item stops. What is not an <see cref="ItemException"/> is the machine's and passes
/// through.</summary>
public static class ItemBoundary
{
    public static async Task<ItemOutcome<T>> TryAsync<T>(Func<Task<T>> work) where T : class
    {
        try
        {
            return new ItemOutcome<T>(await work(), null);
        }
        catch (ItemException failure)
        {
            return new ItemOutcome<T>(null, failure.Message);
        }
    }

    public static ItemOutcome<T> Try<T>(Func<T> work) where T : class
    {
        try
        {
            return new ItemOutcome<T>(work(), null);
        }
        catch (ItemException failure)
        {
            return new ItemOutcome<T>(null, failure.Message);
        }
    }

    /// <summary>Does a batch at once; when it fails, item by item, so that one item cannot take the others with it.</summary>
    public static IReadOnlyList<ItemOutcome<TResult>> TryEach<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, IReadOnlyList<TResult>> work) where TResult : class
    {
        if (items.Count == 0)
            return [];
        var batch = Try(() => work(items));
        if (batch.Value is { } results)
            return [.. results.Select(result => new ItemOutcome<TResult>(result, null))];
        return items.Count == 1
            ? [new ItemOutcome<TResult>(null, batch.Failure)]
            : [.. items.SelectMany(item => TryEach([item], work))];
    }
}
