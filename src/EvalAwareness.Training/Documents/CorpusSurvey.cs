using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Documents;

/// <summary>What a corpus holds, counted before any model is loaded.</summary>
/// <param name="Splits">Each split that has documents.</param>
/// <param name="Cut">Documents of which only the first tokens are read.</param>
/// <param name="Skipped">What is left out, in the order of the corpus.</param>
public sealed record CorpusSurvey(IReadOnlyDictionary<DataSplit, SplitCounts> Splits, int Cut, IReadOnlyList<SkippedDocument> Skipped)
{
    public SplitCounts Of(DataSplit split) => Splits.GetValueOrDefault(split, new SplitCounts(0, 0, 0));

    internal static async Task<CorpusSurvey> TakeAsync(DocumentStream documents, IProgressReporter progress, CancellationToken stop)
    {
        using var stage = progress.Begin("reading documents", documents.Files, "files");
        var splits = new Dictionary<DataSplit, SplitCounts>();
        var skipped = new List<SkippedDocument>();
        var cut = 0;
        await foreach (var document in documents.ReadAsync(stage, skipped.Add, stop))
        {
            splits[document.Split] = splits.GetValueOrDefault(document.Split, new SplitCounts(0, 0, 0)).With(document);
            cut += document.IsCut ? 1 : 0;
            stage.Describe($"{splits.Values.Sum(counts => counts.Documents)} documents");
        }
        return new CorpusSurvey(splits, cut, skipped);
    }
}
