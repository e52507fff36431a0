using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Core.Statistics;

/// <summary>How well a score ranks positives above the negatives of their own stratum; pairs are pooled over strata. With one
/// stratum this is the area under the receiver operating characteristic; with several, the area adjusted for what tells the
/// strata apart (H. Janes and M. S. Pepe, Biometrika 96 (2009) 371-382, here with strata weighted by their pairs).</summary>
public sealed class Ranking
{
    private readonly RankedStratum[] _strata;
    private readonly double _pairs;

    /// <param name="strata">A stratum without positives or without negatives holds no pair and is left out.</param>
    public Ranking(IEnumerable<Stratum> strata)
    {
        _strata = [.. strata.Select(stratum => new RankedStratum(stratum)).Where(stratum => stratum.Pairs > 0)];
        _pairs = _strata.Sum(stratum => stratum.Pairs);
        Area = AreaOf(Array.ConvertAll(_strata, StratumDraw.Everything));
    }

    public Ranking(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
        : this([new Stratum(positives, negatives)]) { }

    /// <summary>Share of the pairs that are ranked rightly, ties counting half; NaN without pairs.</summary>
    public double Area { get; }

    /// <summary>Positives that have a negative in their stratum.</summary>
    public int Positives => _strata.Sum(stratum => stratum.Positives);

    /// <summary>Negatives that have a positive in their stratum.</summary>
    public int Negatives => _strata.Sum(stratum => stratum.Negatives);

    /// <summary>Percentile bootstrap interval of the area; positives and negatives of each stratum are drawn apart.</summary>
    public Interval IntervalOf(KeyedRandom random) => IntervalOf([this], areas => areas[0], random);

    /// <summary>The same of a number made of the areas of several rankings of the same items, drawn once for all.</summary>
    /// <param name="rankings">At least 1, alike in their strata and in the order of the items within.</param>
    /// <param name="combine">The number, from one area per ranking; NaN where it is not defined.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Interval IntervalOf(
        IReadOnlyList<Ranking> rankings, Func<IReadOnlyList<double>, double> combine, KeyedRandom random) => Bootstrap.Percentile(
            () => Array.ConvertAll(rankings[0]._strata, stratum => StratumDraw.Resample(stratum, random)),
            drawn => combine([.. rankings.Select(ranking => ranking.AreaOf(drawn))]));

    private double AreaOf(StratumDraw[] drawn) => _strata.Zip(drawn, (stratum, draw) => stratum.Wins(draw)).Sum() / _pairs;
}
