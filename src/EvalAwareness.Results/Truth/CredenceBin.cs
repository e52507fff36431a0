using EvalAwareness.Core.Randomness;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>Share of YES among judged explanations of positions at which an ideal reader's credence is alike.</summary>
/// <param name="From">Lowest credence, included.</param>
/// <param name="To">Highest credence, excluded but for 1.</param>
/// <param name="MeanCredence">Over the judged explanations of the bin.</param>
/// <param name="YesShare">With an interval clustered by transcript; counts explanations.</param>
public sealed record CredenceBin(double From, double To, double MeanCredence, Estimate YesShare)
{
    /// <summary>Bins over [0, 1].</summary>
    public const int Count = 10;

    /// <summary>The bins that hold a judged explanation, lowest first.</summary>
    internal static IReadOnlyList<CredenceBin> Of(IEnumerable<(ExplanationRow Explanation, bool Yes)> judged, string condition) =>
    [
        .. judged
            .Where(one => one.Explanation.LabelCredence is not null)
            .GroupBy(one => Math.Min(Count - 1, (int)(one.Explanation.LabelCredence!.Value * Count)))
            .OrderBy(bin => bin.Key)
            .Select(bin => OfBin(bin.Key, [.. bin], condition)),
    ];

    private static CredenceBin OfBin(int bin, IReadOnlyList<(ExplanationRow Explanation, bool Yes)> judged, string condition)
    {
        var clusters = judged
            .GroupBy(one => one.Explanation.TranscriptId)
            .Select(group => (Sum: group.Sum(one => one.Yes ? 1.0 : 0), Count: group.Count()))
            .ToList();
        var random = new KeyedRandom(0, "truth", condition, "credence", bin.ToString());
        return new CredenceBin(
            (double)bin / Count,
            (double)(bin + 1) / Count,
            judged.Average(one => one.Explanation.LabelCredence!.Value),
            PooledMean.Of(clusters, random)!);
    }
}
