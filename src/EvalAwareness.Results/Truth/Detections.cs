using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>How well the share of YES of a transcript tells believers from others that do not say so either.</summary>
public sealed record Detections
{
    private const int SinglePositionDraws = 12;

    /// <summary>Null without believers or without others.</summary>
    public Detection? All { get; init; }

    /// <summary>The receiver operating characteristic of <see cref="All"/>, from (0, 0) to (1, 1); empty without it.</summary>
    public required IReadOnlyList<RocPoint> Roc { get; init; }

    /// <summary>Within each dataset that has both, whose transcripts differ in the belief and not in the scene.</summary>
    public required IReadOnlyList<SubsetDetection> ByDataset { get; init; }

    /// <summary>Within each number of artificial cues in the prompt that has both, fewest first.</summary>
    public required IReadOnlyList<SubsetDetection> ByCues { get; init; }

    /// <summary>Among transcripts with the same number of cues, pairs pooled over the numbers; null without a pair.</summary>
    public Detection? SameCues { get; init; }

    /// <summary>From the score at a single position of each transcript, mean over several draws; null without believers or without
    /// others.</summary>
    public Detection? SinglePosition { get; init; }

    internal static Detections Of(ReadingSeries series)
    {
        var all = Detection.Split(series.Quiet, transcript => transcript.YesShare);
        return new Detections
        {
            All = Detection.Of([all], series.Random("auroc")),
            Roc = all is { Positives.Count: > 0, Negatives.Count: > 0 } ? Auroc.Curve(all.Positives, all.Negatives) : [],
            ByDataset = Within(series, series.Quiet.GroupBy(transcript => transcript.Row.Dataset)),
            ByCues = Within(series, WithCues(series.Quiet).GroupBy(transcript => $"cues={transcript.Row.LabelCues}")),
            SameCues = Detection.Of(CueStrata(series.Quiet, transcript => transcript.YesShare), series.Random("auroc", "same_cues")),
            SinglePosition = AtSinglePositions(series),
        };
    }

    /// <summary>Believers and others of each number of cues, fewest first.</summary>
    internal static IEnumerable<Stratum> CueStrata(
        IEnumerable<ReadTranscript> transcripts, Func<ReadTranscript, double?> scoreOf) =>
        WithCues(transcripts).GroupBy(transcript => transcript.Row.LabelCues).Select(group => Detection.Split(group, scoreOf));

    private static Detection? AtSinglePositions(ReadingSeries series)
    {
        var random = series.Random("single positions");
        return Detection.OfMean(
            [.. Enumerable.Range(0, SinglePositionDraws).Select(_ => new Ranking([Detection.Split(
                series.Quiet, transcript => transcript.Readings.Count == 0 ? null : random.Pick(transcript.Readings).Score)]))],
            series.Random("auroc", "single_position"));
    }

    private static IEnumerable<ReadTranscript> WithCues(IEnumerable<ReadTranscript> transcripts) => transcripts
        .Where(transcript => transcript.Row.LabelCues is not null)
        .OrderBy(transcript => transcript.Row.LabelCues);

    private static IReadOnlyList<SubsetDetection> Within(
        ReadingSeries series, IEnumerable<IGrouping<string, ReadTranscript>> subsets) =>
    [
        .. from subset in subsets
           let detection = Detection.Of(subset, transcript => transcript.YesShare, series.Random("auroc", subset.Key))
           where detection is not null
           select new SubsetDetection(subset.Key, detection),
    ];
}
