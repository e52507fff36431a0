using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;

namespace EvalAwareness.Training.Documents;

/// <summary>Planned documents of a corpus in the order of its files; the same on every pass.</summary>
internal sealed class DocumentStream(IReadOnlyList<string> files, DocumentOptions options, DocumentPlanner planner)
{
    public int Files => files.Count;

    /// <param name="progress">A stage of so many files.</param>
    /// <param name="skipped">Is told what is left out.</param>
    /// <param name="stop">Cancels between documents.</param>
    public async IAsyncEnumerable<PlannedDocument> ReadAsync(
        IProgressStage progress, Action<SkippedDocument> skipped, [EnumeratorCancellation] CancellationToken stop)
    {
        var seen = new HashSet<string>();
        await foreach (var item in CorpusFiles.ReadAsync(files, progress, stop))
        {
            if (seen.Count == options.Limit)
                yield break;
            if (item.Document is not { } document)
                skipped(item.Skipped!);
            else if (!seen.Add(document.Id))
                skipped(new SkippedDocument(document.Source, $"repeats the document {document.Id}"));
            else if (Plan(document, skipped) is { } planned)
                yield return planned;
        }
    }

    private PlannedDocument? Plan(CorpusDocument document, Action<SkippedDocument> skipped)
    {
        try
        {
            return planner.Plan(document);
        }
        catch (ItemException error)
        {
            skipped(new SkippedDocument(document.Source, error.Message));
            return null;
        }
    }
}
