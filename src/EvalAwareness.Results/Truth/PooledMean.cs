using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>Mean over items that come in transcripts.</summary>
internal static class PooledMean
{
    /// <summary>Mean with an interval clustered by transcript; null without items.</summary>
    /// <param name="clusters">Sum and number of the items of each transcript.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Estimate? Of(IReadOnlyList<(double Sum, int Count)> clusters, KeyedRandom random) => clusters.Count == 0
        ? null
        : new Estimate(
            Bootstrap.PooledMean(clusters), Bootstrap.OfPooledMean(clusters, random), clusters.Sum(cluster => cluster.Count));
}
