using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Lays transcripts out into blocks: a pure function of the transcripts, in order, and the options.</summary>
internal static class PlanBuilder
{
    public static Plan Build(AuditOptions audit, IReadOnlyList<PlannedTranscript> transcripts, IReadOnlyList<FailureRow> unread)
    {
        var readable = transcripts.Where(planned => planned.IsReadable).ToList();
        var arms = Arms(audit, readable).ToList();
        return new Plan(
            transcripts,
            [.. arms.SelectMany(arm => arm.Blocks.Select(items => (arm.Condition, items)))
                .Select((block, index) => new Block(index, block.Condition, block.items))],
            [.. transcripts.Select(TranscriptRows.Baseline), .. arms.Where(arm => arm.Condition != Conditions.Baseline).SelectMany(Rows)],
            [.. unread, .. transcripts.Where(planned => !planned.IsReadable).Select(Quarantine)]);
    }

    private static IEnumerable<Arm> Arms(AuditOptions audit, IReadOnlyList<PlannedTranscript> readable)
    {
        var controls = audit.Controls;
        yield return new Arm(Conditions.Baseline, Pack(readable.Select(Whole)));
        yield return new Arm(Conditions.WarmStart, Pack(Parts(readable, audit.WarmStart?.Positions ?? 0)));
        yield return new Arm(Conditions.Shuffled, Shuffled());
        yield return new Arm(Conditions.Random, Pack(Parts(readable, controls.RandomPositions)));
        yield return new Arm(Conditions.NoInjection, Pack(Parts(readable, controls.NoInjectionPositions)));

        IReadOnlyList<IReadOnlyList<BlockItem>> Pack(IEnumerable<BlockItem> items) => [.. BlockPacker.Pack(items, audit.BlockPositions)];

        IEnumerable<BlockItem> Parts(IEnumerable<PlannedTranscript> of, int count) => count == 0 ? [] : of.Select(planned => Whole(planned) with
        {
            Tokens = [.. PositionChooser.Draw(planned.Choice.Tokens, count, audit.Seed, planned.Transcript.Id)],
        });

        // Transcripts of all datasets mixed, at least two to a block; none where there are not two.
        IReadOnlyList<IReadOnlyList<BlockItem>> Shuffled()
        {
            if (readable.Count < 2)
                return [];
            var mixed = readable.ToArray();
            new KeyedRandom(audit.Seed, Conditions.Shuffled).Shuffle(mixed.AsSpan());
            return BlockPacker.JoinSingles(Pack(Parts(mixed, controls.ShuffledPositions)));
        }
    }

    private static BlockItem Whole(PlannedTranscript planned) => new(planned, planned.Choice.Tokens, IsFirst: true);

    private static IEnumerable<TranscriptRow> Rows(Arm arm) => arm.Blocks
        .SelectMany(items => items)
        .GroupBy(item => item.Transcript.Id)
        .Select(slices => TranscriptRows.Control(slices.First().Planned, arm.Condition, slices.Sum(slice => slice.Tokens.Count)));

    private static FailureRow Quarantine(PlannedTranscript planned) => new()
    {
        Stage = "plan",
        TranscriptId = planned.Transcript.Id,
        Dataset = planned.Transcript.Dataset,
        Condition = Conditions.Baseline,
        Message = planned.Problem!,
    };

    /// <summary>What is read under one condition.</summary>
    private sealed record Arm(string Condition, IReadOnlyList<IReadOnlyList<BlockItem>> Blocks);
}
