using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Truth;

/// <summary>What a run reads, held against the belief its transcripts are known to hold. The same tables give the same numbers.</summary>
/// <param name="Baseline">The transcripts as they are.</param>
/// <param name="Shuffled">The control arm; null when the run has none.</param>
/// <param name="ByDataset">Baseline detection within each dataset that has both believers and others.</param>
public sealed record TruthStudy(ConditionStudy Baseline, ConditionStudy? Shuffled, IReadOnlyList<DatasetDetection> ByDataset)
{
    /// <summary>Null when the belief of no transcript is known.</summary>
    public static TruthStudy? Of(RunTables tables)
    {
        if (tables.Transcripts.All(row => row.LabelAware is null)) return null;
        var transcripts = LabelledTranscript.Of(tables);
        var k = ControlThreshold.Calibrate(transcripts.Select(transcript => transcript.Tally));
        var baseline = Under(transcripts, Conditions.Baseline);
        var shuffled = Under(transcripts, Conditions.Shuffled);
        return new TruthStudy(
            ConditionStudy.Of(tables, Conditions.Baseline, baseline, k),
            shuffled.Count == 0 ? null : ConditionStudy.Of(tables, Conditions.Shuffled, shuffled, k),
            [.. baseline.GroupBy(transcript => transcript.Row.Dataset).Select(Within).OfType<DatasetDetection>()]);
    }

    private static List<LabelledTranscript> Under(IEnumerable<LabelledTranscript> transcripts, string condition) =>
        [.. transcripts.Where(transcript => transcript.Row.Condition == condition)];

    private static DatasetDetection? Within(IGrouping<string, LabelledTranscript> dataset)
    {
        var quiet = dataset.Where(transcript => transcript.IsQuiet).ToList();
        var detection = Detection.Of(quiet, new KeyedRandom(0, "truth", Conditions.Baseline, "auroc", dataset.Key));
        return detection is null ? null : new DatasetDetection(dataset.Key, detection);
    }
}
