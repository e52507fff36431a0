namespace EvalAwareness.Results.Truth;

/// <summary>Share of YES among readings of positions at which an ideal reader's credence is alike.</summary>
/// <param name="From">Lowest credence, included.</param>
/// <param name="To">Highest credence, excluded but for 1.</param>
/// <param name="MeanCredence">Over the readings of the bin.</param>
/// <param name="YesShare">With an interval clustered by transcript; counts readings.</param>
public sealed record CredenceBin(double From, double To, double MeanCredence, Estimate YesShare)
{
    /// <summary>Bins over [0, 1].</summary>
    public const int Count = 10;

    /// <summary>The bins that hold a reading, lowest first.</summary>
    internal static IReadOnlyList<CredenceBin> Of(ReadingSeries series) =>
    [
        .. series.Quiet
            .SelectMany(transcript => transcript.Readings, (transcript, reading) => (transcript.Id, Reading: reading))
            .Where(one => one.Reading.Credence is not null)
            .GroupBy(one => Number(one.Reading.Credence!.Value))
            .OrderBy(bin => bin.Key)
            .Select(bin => OfBin(series, bin.Key, [.. bin])),
    ];

    /// <summary>The number of the bin, from 0, that a credence falls into.</summary>
    internal static int Number(double credence) => Math.Min(Count - 1, (int)(credence * Count));

    private static CredenceBin OfBin(ReadingSeries series, int number, IReadOnlyList<(string Id, Reading Reading)> readings)
    {
        var clusters = readings
            .GroupBy(one => one.Id, one => one.Reading)
            .Select(group => (Sum: (double)group.Count(reading => reading.IsYes), Count: group.Count()))
            .ToList();
        return new CredenceBin(
            (double)number / Count,
            (double)(number + 1) / Count,
            readings.Average(one => one.Reading.Credence!.Value),
            PooledMean.Of(clusters, series.Random("credence", $"{number}"))!);
    }
}
