using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The main loop.</summary>
internal sealed class BatchRunner(
    Func<IEnumerable<Block>, IEnumerable<IReadOnlyList<Block>>> group, GroupReader reader, JudgeStage judge, IProgressReporter progress)
{
    /// <summary>Does the blocks of a shard that are not recorded yet, then completes the run if no block is missing.</summary>
    public async Task<RunSummary> RunAsync(Plan plan, Shard shard, RunStore store, CancellationToken stop)
    {
        var recorded = store.RecordedBlocks();
        var pending = plan.Blocks.Where(block => shard.Contains(block) && !recorded.Contains(block.Index)).ToList();
        using var engine = new EngineThread();
        using var stage = progress.Begin("audit", pending.Sum(block => block.PositionCount), "positions");
        foreach (var blocks in group(pending))
        {
            stop.ThrowIfCancellationRequested();
            var samples = await engine.RunAsync(() => reader.Read(blocks, stop));
            foreach (var (block, read) in blocks.Zip(samples))
            {
                await RecordAsync(block, read, store, stop);
                stage.Advance(block.PositionCount);
            }
        }
        return await store.CompleteAsync(plan.Rows, plan.Failures, plan.Blocks.Count, stop);
    }

    private async Task RecordAsync(Block block, IReadOnlyList<Sampled> samples, RunStore store, CancellationToken stop)
    {
        var judged = await judge.JudgeAsync(block, samples, stop);
        await store.RecordAsync(BlockRows.From(block, samples, judged), stop);
    }
}
