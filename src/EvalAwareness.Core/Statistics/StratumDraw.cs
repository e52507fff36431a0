using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Core.Statistics;

/// <summary>Indices of the items of one stratum that a resample holds, positives and negatives apart.</summary>
internal readonly record struct StratumDraw(int[] Positives, int[] Negatives)
{
    public static StratumDraw Everything(RankedStratum stratum) =>
        new([.. Enumerable.Range(0, stratum.Positives)], [.. Enumerable.Range(0, stratum.Negatives)]);

    /// <summary>As many of each as there are, with replacement, so that every resample holds both.</summary>
    public static StratumDraw Resample(RankedStratum stratum, KeyedRandom random) =>
        new(Bootstrap.Draw(stratum.Positives, random), Bootstrap.Draw(stratum.Negatives, random));
}
