using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Capturing;

/// <summary>Reads the activations of a block's positions from the target model.</summary>
internal sealed class CaptureStage(ITargetModel target, PositionOptions options)
{
    /// <summary>What became of every position, transcript after transcript.</summary>
    public IReadOnlyList<CapturedPosition> Capture(Block block, CancellationToken stop)
    {
        var captured = ItemBoundary.TryEach(
            block.Items, items => target.Capture([.. items.Select(item => item.ToCaptureRequest())], stop));
        var positions = block.Items.Zip(captured, Positions).ToList();
        return [.. (block.Condition == Conditions.Shuffled ? Exchange(positions) : positions).SelectMany(item => item)];
    }

    private CapturedPosition[] Positions(BlockItem item, Outcome<IReadOnlyList<Activation>> captured)
    {
        if (captured.Value is not { } activations)
            return [.. item.Tokens.Select(token => new CapturedPosition(
                item, token, null, CaptureStatus.Failed, captured.Failure))];
        var isOutlier = OutlierNorms.Above(options.OutlierNormRatio, activations);
        return [.. item.Tokens.Zip(activations, (token, activation) => new CapturedPosition(
            item, token, activation, isOutlier(activation) ? CaptureStatus.Filtered : CaptureStatus.Captured, null))];
    }

    /// <summary>Gives every position an activation of the next transcript in the block: words and place no longer belong
    /// together.</summary>
    private static IEnumerable<IEnumerable<CapturedPosition>> Exchange(IReadOnlyList<CapturedPosition[]> transcripts) =>
        transcripts.Select((own, index) =>
        {
            var next = transcripts[(index + 1) % transcripts.Count];
            return own.Select((position, place) => Exchange(position, next[place % next.Length]));
        });

    private static CapturedPosition Exchange(CapturedPosition position, CapturedPosition other) => other with
    {
        Item = position.Item,
        Token = position.Token,
        Own = position.Own,
        Problem = other.Problem is null ? null : $"exchanged with {other.Item.Transcript.Id}: {other.Problem}",
    };
}
