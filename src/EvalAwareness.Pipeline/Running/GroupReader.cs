using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Takes a group of blocks through the stages that need a model, one stage for all of them after the other.</summary>
internal sealed class GroupReader(AuditModels models, CaptureStage capture, ExplainStage explain, ResidencyChoice residency)
{
    /// <returns>The samples of each block.</returns>
    public IReadOnlyList<IReadOnlyList<Sampled>> Read(IReadOnlyList<Block> group, CancellationToken stop)
    {
        var nla = models.Under(group[0].Condition);
        var captured = group.Select(block => capture.Capture(block, stop)).ToList();
        residency.EndTurn(models.Target);
        var written = group.Zip(captured, (block, positions) => explain.Verbalize(nla.Verbalizer, block.Condition, positions, stop)).ToList();
        residency.EndTurn(nla.Verbalizer);
        if (nla.Reconstructor is not { } reconstructor)
            return written;
        var scored = written.ConvertAll(samples => explain.Score(reconstructor, samples, stop));
        residency.EndTurn(reconstructor);
        return scored;
    }
}
