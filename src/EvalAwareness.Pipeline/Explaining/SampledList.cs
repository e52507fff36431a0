using EvalAwareness.Core;

namespace EvalAwareness.Pipeline.Explaining;

/// <summary>Work on some of a block's samples that leaves the others, and the order, as they are.</summary>
internal static class SampledList
{
    public static IReadOnlyList<Sampled> ReplaceWhere<TResult>(
        this IReadOnlyList<Sampled> samples,
        Func<Sampled, bool> isWanted,
        Func<IReadOnlyList<Sampled>, IReadOnlyList<TResult>> work,
        Func<Sampled, ItemOutcome<TResult>, Sampled> replace) where TResult : class
    {
        var outcomes = new Queue<ItemOutcome<TResult>>(ItemBoundary.TryEach([.. samples.Where(isWanted)], work));
        return [.. samples.Select(sample => isWanted(sample) ? replace(sample, outcomes.Dequeue()) : sample)];
    }
}
