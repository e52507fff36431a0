using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Plans an audit with nothing loaded but the target's tokenizer.</summary>
public sealed class AuditPlanner(IProgressReporter progress)
{
    /// <param name="audit">What to plan.</param>
    /// <param name="tokenizer">The target model's.</param>
    /// <param name="contextLength">Most tokens the target model reads.</param>
    /// <param name="stop">Cancels between transcripts.</param>
    public async Task<PlannedAudit> PlanAsync(
        AuditOptions audit, ITranscriptTokenizer tokenizer, int contextLength, CancellationToken stop)
    {
        var datasets = await DatasetCatalog.OpenAsync(audit.Datasets, stop);
        var planner = new TranscriptPlanner(audit, tokenizer, contextLength);
        var reader = new TranscriptReader();
        var transcripts = new List<PlannedTranscript>();
        var unread = new List<FailureRow>();
        using var stage = progress.Begin("plan", datasets.Count, "datasets");
        foreach (var dataset in datasets)
        {
            stage.Describe(dataset.Name);
            await foreach (var item in reader.ReadAsync(dataset, audit.Limit, stop))
            {
                if (item.IsReadable)
                    transcripts.Add(planner.Plan(item.Transcript!));
                unread.AddRange(item.Failures.Select(Row));
            }
            stage.Advance(1);
        }
        return new PlannedAudit(audit, datasets, PlanBuilder.Build(audit, transcripts, unread));
    }

    private static FailureRow Row(ReadFailure failure) => new()
    {
        Stage = "read",
        TranscriptId = failure.TranscriptId,
        Dataset = failure.Dataset,
        Source = failure.Source,
        Message = failure.Message,
    };
}
