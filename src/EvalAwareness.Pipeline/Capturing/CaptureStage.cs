using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Capturing;

/// <summary>Reads the activations of a block's positions from the target model.</summary>
internal sealed class CaptureStage(ITargetModel target, PositionOptions options, ulong seed)
{
    /// <summary>What became of every position, transcript after transcript.</summary>
    public IReadOnlyList<CapturedPosition> Capture(Block block, CancellationToken stop)
    {
        var captured = ItemBoundary.TryEach(
            block.Items, items => target.Capture([.. items.Select(item => item.ToCaptureRequest())], stop));
        var positions = block.Items.Zip(captured, Positions).ToList();
        return [.. Substitution.Under(block.Condition, seed, positions).SelectMany(item => item)];
    }

    private CapturedPosition[] Positions(BlockItem item, ItemOutcome<IReadOnlyList<Activation>> captured)
    {
        if (captured.Value is not { } activations)
            return [.. item.Tokens.Select(token => new CapturedPosition(
                item, token, null, CaptureStatus.Failed, captured.Failure))];
        var isOutlier = OutlierNorms.Above(options.OutlierNormRatio, activations);
        return [.. item.Tokens.Zip(activations, (token, activation) => new CapturedPosition(
            item, token, activation, isOutlier(activation) ? CaptureStatus.Filtered : CaptureStatus.Captured, null))];
    }
}
