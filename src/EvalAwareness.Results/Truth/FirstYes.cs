using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How much of the response has passed when the first YES is read: the share of the positions read that come before
/// it, 1 where none comes. Medians over transcripts; null without any.</summary>
public sealed record FirstYes(Estimate? Believers, Estimate? Others)
{
    internal static FirstYes Of(ReadingSeries series) => new(Median(series, aware: true), Median(series, aware: false));

    private static Estimate? Median(ReadingSeries series, bool aware)
    {
        var passed = series.Quiet
            .Where(transcript => transcript.Aware == aware && transcript.Readings.Count > 0)
            .Select(transcript => Passed(transcript.Readings))
            .ToList();
        return passed.Count == 0
            ? null
            : new Estimate(
                Quantile.Median(passed),
                Bootstrap.OfMedian(passed, series.Random("first_yes", aware ? "believers" : "others")),
                passed.Count);
    }

    private static double Passed(IReadOnlyList<Reading> readings) =>
        (double)readings.TakeWhile(reading => !reading.IsYes).Count() / readings.Count;
}
