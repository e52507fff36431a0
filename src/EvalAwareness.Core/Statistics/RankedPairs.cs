namespace EvalAwareness.Core.Statistics;

/// <summary>Pairs of values whose order is known, so that clusters can be weighed and ranked again without sorting.</summary>
internal sealed class RankedPairs
{
    private readonly (int Cluster, int X, int Y, int Count)[] _cells;
    private readonly int _levelsOfX;
    private readonly int _levelsOfY;

    public RankedPairs(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters)
    {
        var xs = Levels(clusters.SelectMany(cluster => cluster.Select(pair => pair.X)));
        var ys = Levels(clusters.SelectMany(cluster => cluster.Select(pair => pair.Y)));
        (_levelsOfX, _levelsOfY) = (xs.Count, ys.Count);
        // Pairs that are equal within a cluster always count together.
        _cells =
        [
            .. clusters.SelectMany((cluster, index) => cluster
                .CountBy(pair => (X: xs[pair.X], Y: ys[pair.Y]))
                .Select(cell => (index, cell.Key.X, cell.Key.Y, cell.Value))),
        ];
    }

    /// <summary>Spearman's correlation with each cluster counted the given number of times; NaN when either side has only
    /// one value.</summary>
    public double Correlation(int[] times)
    {
        var (weightsOfX, weightsOfY) = (new int[_levelsOfX], new int[_levelsOfY]);
        foreach (var (cluster, x, y, count) in _cells)
        {
            weightsOfX[x] += times[cluster] * count;
            weightsOfY[y] += times[cluster] * count;
        }
        var (ranksOfX, ranksOfY) = (CentredRanks(weightsOfX), CentredRanks(weightsOfY));
        var covariance = 0.0;
        foreach (var (cluster, x, y, count) in _cells)
            covariance += (double)times[cluster] * count * ranksOfX[x] * ranksOfY[y];
        return covariance / Math.Sqrt(SumOfSquares(weightsOfX, ranksOfX) * SumOfSquares(weightsOfY, ranksOfY));
    }

    private static Dictionary<double, int> Levels(IEnumerable<double> values) =>
        values.Distinct().Order().Select((value, level) => (value, level)).ToDictionary(one => one.value, one => one.level);

    /// <summary>The mid-rank of each level less the mean of all ranks.</summary>
    private static double[] CentredRanks(int[] weights)
    {
        var ranks = new double[weights.Length];
        var (below, middle) = (0, weights.Sum() / 2.0);
        for (var level = 0; level < weights.Length; level++)
        {
            ranks[level] = below + weights[level] / 2.0 - middle;
            below += weights[level];
        }
        return ranks;
    }

    private static double SumOfSquares(int[] weights, double[] ranks)
    {
        var sum = 0.0;
        for (var level = 0; level < weights.Length; level++) sum += weights[level] * ranks[level] * ranks[level];
        return sum;
    }
}
