using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Core.Statistics;

/// <summary>How well a score ranks positives above negatives.</summary>
public static class Auroc
{
    /// <summary>Probability that a positive scores higher than a negative, ties counting half: the Mann-Whitney statistic
    /// (J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29-36). NaN when either side is empty.</summary>
    public static double Of(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0) return double.NaN;
        var sorted = negatives.Order().ToArray();
        var wins = positives.Sum(score => (CountBelow(sorted, score) + CountUpTo(sorted, score)) / 2.0);
        return wins / ((double)positives.Count * negatives.Count);
    }

    /// <summary>Percentile bootstrap interval that draws positives and negatives apart, so that every resample holds both.
    /// One score per cluster: give the score of a transcript, not those of its positions.</summary>
    public static Interval IntervalOf(IReadOnlyList<double> positives, IReadOnlyList<double> negatives, KeyedRandom random) =>
        new Ranking(positives, negatives).IntervalOf(random);

    /// <summary>The curve from (0, 0) to (1, 1), one point per distinct score, highest threshold first.</summary>
    public static IReadOnlyList<RocPoint> Curve(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
    {
        var thresholds = positives.Concat(negatives).Distinct().OrderDescending();
        return [new RocPoint(0, 0), .. thresholds.Select(threshold =>
            new RocPoint(ShareFrom(negatives, threshold), ShareFrom(positives, threshold)))];
    }

    private static double ShareFrom(IReadOnlyList<double> scores, double threshold) =>
        (double)scores.Count(score => score >= threshold) / scores.Count;

    private static int CountBelow(double[] sorted, double score) => FirstIndex(sorted, value => value >= score);

    private static int CountUpTo(double[] sorted, double score) => FirstIndex(sorted, value => value > score);

    /// <summary>First index at which <paramref name="holds"/>, which once true stays true along the array.</summary>
    private static int FirstIndex(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle])) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
