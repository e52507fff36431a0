using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Lays transcripts out into blocks: a pure function of the transcripts, in order, and the options.</summary>
internal static class PlanBuilder
{
    public static Plan Build(AuditOptions audit, IReadOnlyList<PlannedTranscript> transcripts, IReadOnlyList<FailureRow> unread)
    {
        var readable = transcripts.Where(planned => planned.IsReadable).ToList();
        var baseline = BlockPacker.Pack(readable.Select(Whole), audit.BlockPositions).ToList();
        var shuffled = Shuffle(audit, readable);
        return new Plan(
            transcripts,
            [.. baseline.Select(items => (Conditions.Baseline, items))
                .Concat(shuffled.Select(items => (Conditions.Shuffled, items)))
                .Select((block, index) => new Block(index, block.Item1, block.items))],
            [.. transcripts.Select(TranscriptRows.Baseline), .. shuffled.SelectMany(items => items).Select(ShuffledRow)],
            [.. unread, .. transcripts.Where(planned => !planned.IsReadable).Select(Quarantine)]);
    }

    private static BlockItem Whole(PlannedTranscript planned) => new(planned, planned.Choice.Tokens, IsFirst: true);

    /// <summary>The shuffled arm: transcripts of all datasets mixed, at least two to a block; empty where there are not
    /// two.</summary>
    private static IReadOnlyList<IReadOnlyList<BlockItem>> Shuffle(AuditOptions audit, List<PlannedTranscript> readable)
    {
        var count = audit.Controls.ShuffledPositions;
        if (count == 0 || readable.Count < 2)
            return [];
        var mixed = readable.ToArray();
        new KeyedRandom(audit.Seed, Conditions.Shuffled).Shuffle(mixed.AsSpan());
        var items = mixed.Select(planned => Whole(planned) with
        {
            Tokens = [.. PositionChooser.Draw(planned.Choice.Tokens, count, audit.Seed, planned.Transcript.Id)],
        });
        return BlockPacker.JoinSingles(BlockPacker.Pack(items, audit.BlockPositions));
    }

    private static TranscriptRow ShuffledRow(BlockItem item) =>
        TranscriptRows.Control(item.Planned, Conditions.Shuffled, item.Tokens.Count);

    private static FailureRow Quarantine(PlannedTranscript planned) => new()
    {
        Stage = "plan",
        TranscriptId = planned.Transcript.Id,
        Dataset = planned.Transcript.Dataset,
        Condition = Conditions.Baseline,
        Message = planned.Problem!,
    };
}
