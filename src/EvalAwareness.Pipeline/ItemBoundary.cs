using EvalAwareness.Core;

namespace EvalAwareness.Pipeline;

/// <summary>Where the failure of an item stops. What is not an <see cref="ItemException"/> is the machine's and passes
/// through.</summary>
internal static class ItemBoundary
{
    public static async Task<Outcome<T>> TryAsync<T>(Func<Task<T>> work) where T : class
    {
        try
        {
            return new Outcome<T>(await work(), null);
        }
        catch (ItemException failure)
        {
            return new Outcome<T>(null, failure.Message);
        }
    }

    public static Outcome<T> Try<T>(Func<T> work) where T : class
    {
        try
        {
            return new Outcome<T>(work(), null);
        }
        catch (ItemException failure)
        {
            return new Outcome<T>(null, failure.Message);
        }
    }

    /// <summary>Does a batch at once; when it fails, item by item, so that one item cannot take the others with it.</summary>
    public static IReadOnlyList<Outcome<TResult>> TryEach<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, IReadOnlyList<TResult>> work) where TResult : class
    {
        if (items.Count == 0)
            return [];
        var batch = Try(() => work(items));
        if (batch.Value is { } results)
            return [.. results.Select(result => new Outcome<TResult>(result, null))];
        return items.Count == 1
            ? [new Outcome<TResult>(null, batch.Failure)]
            : [.. items.SelectMany(item => TryEach([item], work))];
    }
}
