using EvalAwareness.Core;
using EvalAwareness.Core.Positions;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Tests.Scripted;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Tests.Running;

/// <summary>What runs beside the baseline when an audit asks for it: control arms, the pair before its joint training, references without words.</summary>
public sealed class ArmTests : IDisposable
{
    private const int Words = 10;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_random_direction_stands_for_no_word_and_is_as_long_as_the_own_activation()
    {
        var tables = await RunAsync(new ControlOptions { RandomPositions = 3 });
        var (random, own) = (Under(Conditions.Random, tables), Under(Conditions.Baseline, tables).ToDictionary(Place));

        Assert.Equal(2 * 3, random.Count);
        Assert.All(random, row => Assert.EndsWith($"the word {ScriptedModel.Noise}", row.Description));
        Assert.All(random, row => Assert.Equal(own[Place(row)].L2Norm!.Value, row.L2Norm!.Value, 1e-6 * own[Place(row)].L2Norm!.Value));
        // Read back against the activation of the place.
        Assert.All(random, row => Assert.Equal(own[Place(row)].Mse, row.Mse));
    }

    [Fact]
    public async Task Where_nothing_is_injected_the_words_know_of_no_activation()
    {
        var tables = await RunAsync(new ControlOptions { NoInjectionPositions = 3 });
        var rows = Under(Conditions.NoInjection, tables);

        Assert.Equal(2 * 3, rows.Count);
        Assert.All(rows, row => Assert.EndsWith($"the word {ScriptedModel.Nothing}", row.Description));
        Assert.All(rows, row => Assert.Null(row.L2Norm));
        Assert.All(rows, row => Assert.NotNull(row.Mse));
    }

    [Fact]
    public async Task The_warm_start_reads_a_part_of_the_same_positions_in_its_own_words()
    {
        var tables = await RunAsync(new(), new WarmStartOptions { Verbalizer = "-", Positions = 4 });
        var (earlier, own) = (Under(Conditions.WarmStart, tables), Under(Conditions.Baseline, tables));

        Assert.Equal(2 * 4, earlier.Count);
        Assert.Subset(own.Select(Place).ToHashSet(), earlier.Select(Place).ToHashSet());
        Assert.All(earlier, row => Assert.StartsWith("earlier", row.Description));
        Assert.All(own, row => Assert.StartsWith("draw", row.Description));
        // Its pair has no reconstructor; that of the other pair is not asked.
        Assert.All(earlier, row => Assert.Null(row.Mse));
        Assert.Equal([4, 4], tables.Transcripts.Where(row => row.Condition == Conditions.WarmStart).Select(row => row.Positions));
    }

    [Fact]
    public async Task Text_and_activation_of_each_position_are_judged_once_without_words()
    {
        var tables = await RunAsync(new ControlOptions { WindowWords = 2, ShuffledPositions = 2 }, samples: 2);
        var windows = tables.Verdicts.Where(row => row.Subject == Subjects.Window).ToList();
        var activations = tables.Verdicts.Where(row => row.Subject == Subjects.Activation).ToList();
        var tokens = tables.Explanations.Where(row => row is { Condition: Conditions.Baseline, Sample: 0 }).ToDictionary(row => (row.TranscriptId, (int?)row.Position));

        Assert.Equal((2 * Words, 2 * Words), (windows.Count, activations.Count));
        Assert.All(windows, row => Assert.EndsWith($" {tokens[(row.TranscriptId, row.Position)].Token.Trim()}", row.Reasoning));
        Assert.All(windows, row => Assert.Equal(2, row.Reasoning!.Split(' ').Length));
        Assert.All(activations, row => Assert.Equal(tokens[(row.TranscriptId, row.Position)].TokenId, row.Score));
        Assert.All(windows.Concat(activations), row => Assert.Equal((Conditions.Baseline, null), (row.Condition, row.Sample)));
        // They are references, not readings: no rate counts them.
        Assert.Equal(2 * 2 * Words, tables.Rates.Single(rate => rate is { Condition: Conditions.Baseline, Dataset: "talk", Rule: "any_of_n", Measure: "nla" }).NPositions);
    }

    [Fact]
    public async Task Stopped_and_started_again_every_arm_leaves_the_same_rows()
    {
        var audit = Audit(new ControlOptions { ShuffledPositions = 2, RandomPositions = 2, NoInjectionPositions = 2, WindowWords = 3 }, new() { Verbalizer = "-", Positions = 2 });
        var planned = await audit.PlanAsync(audit.Source("talk", ScriptedAudit.Lines("t", 2, Words)));
        await audit.RunAsync(planned, "once");

        await Assert.ThrowsAsync<InvalidOperationException>(() => audit.RunAsync(planned, "broken", models: audit.Models(call =>
        {
            if (call == 6)
                throw new InvalidOperationException("device lost");
        })));
        await audit.RunAsync(planned, "broken");

        Assert.Equal(await audit.RowsAsync("once"), await audit.RowsAsync("broken"));
    }

    private Task<RunTables> RunAsync(ControlOptions controls, WarmStartOptions? warmStart = null, int samples = 1)
    {
        var audit = Audit(controls, warmStart, samples);
        return audit.TablesAsync(audit.Source("talk", ScriptedAudit.Lines("t", 2, Words)));
    }

    private ScriptedAudit Audit(ControlOptions controls, WarmStartOptions? warmStart, int samples = 1) => new(_folder)
    {
        Options = ScriptedAudit.Defaults with
        {
            Positions = new PositionOptions { Policy = PositionPolicy.All, MinimumIndex = 0 },
            Controls = controls,
            WarmStart = warmStart,
            Sampling = new() { Samples = samples },
        },
        Judges = ScriptedJudges.All,
    };

    private static List<ExplanationRow> Under(string condition, RunTables tables) => [.. tables.Explanations.Where(row => row.Condition == condition)];

    private static (string, int) Place(ExplanationRow row) => (row.TranscriptId, row.Position);
}
