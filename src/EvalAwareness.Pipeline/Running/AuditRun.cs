using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Store;
using Microsoft.Extensions.Logging;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Runs a planned audit, or continues it where the folder says it stopped.</summary>
public sealed class AuditRun(TimeProvider time, IProgressReporter progress, ILogger<AuditRun> log)
{
    /// <returns>The completed run; incomplete while other shards have blocks to do.</returns>
    /// <exception cref="EvalAwareness.Core.RefusedException">The folder holds another run.</exception>
    public async Task<RunSummary> RunAsync(
        PlannedAudit planned, AuditModels models, AuditJudges judges, RunRequest request, CancellationToken stop)
    {
        foreach (var warning in RunWarnings.For(planned, models.Target.Card))
            log.Caution(warning);
        log.Hold(request.Residency.Residency.ToString().ToLowerInvariant(), request.Residency.Reason);
        var store = RunStore.Open(request.Folder, RunIdentity.Spec(planned, models, judges, request), time);
        var capture = new CaptureStage(models.Target, planned.Audit.Positions, planned.Audit.Seed);
        var runner = new BatchRunner(
            blocks => BlockGroups.Of(blocks, models, request.Residency),
            new GroupReader(models, capture, new ExplainStage(planned.Audit), request.Residency),
            new JudgeStage(judges, planned.Audit.Controls.WindowWords, planned.Datasets.ToDictionary(dataset => dataset.Name, dataset => dataset.Evaluation)),
            progress);
        return await runner.RunAsync(planned.Plan, request.Shard, store, stop);
    }
}
