using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The main loop.</summary>
internal sealed class BatchRunner(CaptureStage capture, ExplainStage explain, JudgeStage judge, IProgressReporter progress)
{
    /// <summary>Does the blocks of a shard that are not recorded yet, then completes the run if no block is missing.</summary>
    public async Task<RunSummary> RunAsync(Plan plan, Shard shard, RunStore store, CancellationToken stop)
    {
        var recorded = store.RecordedBlocks();
        var pending = plan.Blocks.Where(block => shard.Contains(block) && !recorded.Contains(block.Index)).ToList();
        using var engine = new EngineThread();
        using var stage = progress.Begin("audit", pending.Sum(block => block.PositionCount), "positions");
        foreach (var block in pending)
        {
            stop.ThrowIfCancellationRequested();
            var samples = await engine.RunAsync(() => explain.Explain(block.Condition, capture.Capture(block, stop), stop));
            var judged = await judge.JudgeAsync(block, samples, stop);
            await store.RecordAsync(BlockRows.From(block, samples, judged), stop);
            stage.Advance(block.PositionCount);
        }
        return await store.CompleteAsync(plan.Rows, plan.Failures, plan.Blocks.Count, stop);
    }
}
