using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Training.Quality;

/// <summary>One number of the study, as one row of a table.</summary>
/// <param name="Section">Part of the study.</param>
/// <param name="Specificity">Of the claims it is about; <see cref="All"/> where it is about all of them or about none.</param>
/// <param name="Quantity">What it measures.</param>
/// <param name="Value">A mean, a share or a ratio.</param>
/// <param name="Low">Lower end of its 95 % bootstrap interval, whole transcripts drawn.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">How many claims or explanations it is taken over.</param>
public sealed record QualityFigure(
    string Section, string Specificity, string Quantity, double Value, double Low, double High, int Count)
{
    public const string All = "all";

    /// <summary>The mean of all values; none when there are no values.</summary>
    internal static IEnumerable<QualityFigure> Mean(
        string section, string specificity, string quantity, IEnumerable<Measured> values)
    {
        var clusters = values.GroupBy(value => value.Transcript, value => value.Value)
            .Select(cluster => (Sum: cluster.Sum(), Count: cluster.Count())).ToList();
        if (clusters.Count == 0)
            return [];
        var interval = Bootstrap.OfPooledMean(clusters, Random(section, specificity, quantity));
        var count = clusters.Sum(cluster => cluster.Count);
        return [new QualityFigure(section, specificity, quantity, Bootstrap.PooledMean(clusters), interval.Low, interval.High, count)];
    }

    /// <summary>The sum of all values over the sum of all bases; none where the bases do not sum to more than 0.</summary>
    internal static IEnumerable<QualityFigure> Ratio(
        string section, string quantity, IReadOnlyCollection<(string Transcript, double Value, double Base)> values)
    {
        var clusters = values.GroupBy(value => value.Transcript)
            .Select(cluster => (Value: cluster.Sum(one => one.Value), Base: cluster.Sum(one => one.Base))).ToList();
        if (clusters.Sum(cluster => cluster.Base) <= 0)
            return [];
        var interval = Bootstrap.Percentile(
            clusters.Count, drawn => Of(drawn.Select(index => clusters[index])), Random(section, All, quantity));
        return [new QualityFigure(section, All, quantity, Of(clusters), interval.Low, interval.High, values.Count)];

        static double Of(IEnumerable<(double Value, double Base)> drawn)
        {
            var (value, all) = drawn.Aggregate((Value: 0.0, Base: 0.0), (sum, one) => (sum.Value + one.Value, sum.Base + one.Base));
            return value / all;
        }
    }

    private static KeyedRandom Random(string section, string specificity, string quantity) =>
        new(0, "quality", section, specificity, quantity);
}

/// <summary>A value and the transcript it comes from.</summary>
internal readonly record struct Measured(string Transcript, double Value)
{
    public static Measured Of(string transcript, bool holds) => new(transcript, holds ? 1 : 0);
}
