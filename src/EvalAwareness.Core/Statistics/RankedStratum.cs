namespace EvalAwareness.Core.Statistics;

/// <summary>A stratum whose scores were sorted once: what a resample wins takes one pass over the distinct scores.</summary>
internal sealed class RankedStratum
{
    private readonly int[] _positives;
    private readonly int[] _negatives;
    private readonly int _ranks;

    public RankedStratum(Stratum stratum)
    {
        double[] distinct = [.. stratum.Positives.Concat(stratum.Negatives).Distinct().Order()];
        _positives = [.. stratum.Positives.Select(score => Array.BinarySearch(distinct, score))];
        _negatives = [.. stratum.Negatives.Select(score => Array.BinarySearch(distinct, score))];
        _ranks = distinct.Length;
    }

    public int Positives => _positives.Length;

    public int Negatives => _negatives.Length;

    public double Pairs => (double)Positives * Negatives;

    /// <summary>Pairs in which the positive scores higher, ties counting half, among the items drawn.</summary>
    public double Wins(StratumDraw drawn)
    {
        var (positives, negatives) = (CountByRank(_positives, drawn.Positives), CountByRank(_negatives, drawn.Negatives));
        var (wins, below) = (0.0, 0.0);
        for (var rank = 0; rank < _ranks; rank++)
        {
            wins += positives[rank] * (below + negatives[rank] / 2.0);
            below += negatives[rank];
        }
        return wins;
    }

    private int[] CountByRank(int[] ranks, int[] drawn)
    {
        var counts = new int[_ranks];
        foreach (var index in drawn) counts[ranks[index]]++;
        return counts;
    }
}
