using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How detection depends on which positions are read.</summary>
/// <param name="ByCount">By the number of positions per transcript, drawn at random; all of them last.</param>
/// <param name="ByPolicy">By the choice of a few positions.</param>
/// <param name="ByFidelity">Keeping only the explanations that were read back best; empty where none was read back.</param>
public sealed record CurveStudy(
    IReadOnlyList<DetectionAt> ByCount, IReadOnlyList<PolicyDetection> ByPolicy, IReadOnlyList<DetectionAt> ByFidelity)
{
    private static readonly int[] Counts = [1, 2, 5, 10, 20, 50, 100];
    private static readonly int[] PolicyCounts = [10, 50];
    private static readonly double[] SharesKept = [1, 0.75, 0.5, 0.25, 0.1];

    internal static CurveStudy Of(ReadingSeries series) => new(
        [
            .. CountsBelowAll(series, Counts).SelectMany(count => At(count, Few(series, ReadingPolicy.Uniform, count))),
            .. Everything(series),
        ],
        [
            .. from count in CountsBelowAll(series, PolicyCounts)
               from policy in ReadingPolicy.All
               let detection = Few(series, policy, count)
               where detection is not null
               select new PolicyDetection(policy.Name, count, detection),
        ],
        ByFidelityOf(series));

    /// <summary>Counts that leave some position out in some transcript.</summary>
    private static IEnumerable<int> CountsBelowAll(ReadingSeries series, IEnumerable<int> counts)
    {
        var most = series.Quiet.Select(transcript => transcript.Readings.Count).DefaultIfEmpty().Max();
        return counts.Where(count => count < most);
    }

    private static IEnumerable<DetectionAt> Everything(ReadingSeries series) =>
        At(null, Detection.Of(series.Quiet, transcript => transcript.YesShare, series.Random("auroc")));

    private static IEnumerable<DetectionAt> At(double? at, Detection? detection) => detection is null ? [] : [new(at, detection)];

    /// <summary>Mean over the draws of the policy, each drawn anew in each transcript.</summary>
    private static Detection? Few(ReadingSeries series, ReadingPolicy policy, int count)
    {
        double? ShareOf(ReadTranscript transcript, int draw) => ReadTranscript.ShareOf(
            [.. policy.Order(transcript.Readings, series.Random(policy.Name, $"{draw}", transcript.Id)).Take(count)]);
        var rankings = Enumerable.Range(0, policy.Draws)
            .Select(draw => new Ranking([Detection.Split(series.Quiet, transcript => ShareOf(transcript, draw))]))
            .ToList();
        return Detection.OfMean(rankings, series.Random("auroc", policy.Name, $"{count}"));
    }

    private static IReadOnlyList<DetectionAt> ByFidelityOf(ReadingSeries series)
    {
        double[] fves =
        [
            .. series.Quiet.SelectMany(transcript => transcript.Readings).Select(reading => reading.Fve).OfType<double>().Order(),
        ];
        return fves.Length == 0
            ? []
            : [.. SharesKept.SelectMany(kept => At(kept, Faithful(series, kept, Quantile.Of(fves, 1 - kept))))];
    }

    private static Detection? Faithful(ReadingSeries series, double kept, double leastFve) => Detection.Of(
        series.Quiet,
        transcript => ReadTranscript.ShareOf([.. transcript.Readings.Where(reading => reading.Fve >= leastFve)]),
        series.Random("auroc", "fidelity", FormattableString.Invariant($"{kept}")));
}
