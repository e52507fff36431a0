using EvalAwareness.Core;
using EvalAwareness.Core.Positions;
using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Tests.Scripted;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Tests.Planning;

public sealed class AuditPlannerTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ScriptedAudit _audit;

    public AuditPlannerTests() => _audit = new ScriptedAudit(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Blocks_pack_consecutive_transcripts_and_never_split_one_that_fits()
    {
        var plan = await PlanAsync(new PositionOptions { Count = 3, MinimumIndex = 0 }, shuffled: 0, ScriptedAudit.Lines("a", 5));

        Assert.Equal(["0: a0 a1", "1: a2 a3", "2: a4"], plan.Blocks.Select(Describe));
        Assert.Equal(15, plan.Positions(Conditions.Baseline));
    }

    [Fact]
    public async Task A_transcript_larger_than_a_block_is_cut_into_slices_and_only_the_first_is_marked()
    {
        var everything = new PositionOptions { Policy = PositionPolicy.All, MinimumIndex = 0 };
        var plan = await PlanAsync(everything, shuffled: 0, ScriptedAudit.Lines("a", 2, words: 18));

        Assert.Equal([8, 8, 2, 8, 8, 2], plan.Blocks.Select(block => block.PositionCount));
        Assert.Equal([true, false, false, true, false, false], plan.Blocks.Select(block => block.Items[0].IsFirst));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(5, 8)]
    [InlineData(7, 2)]
    [InlineData(9, 4)]
    public async Task The_shuffled_arm_holds_every_transcript_once_in_blocks_of_at_least_two(int transcripts, int positions)
    {
        var options = new PositionOptions { Count = 8, MinimumIndex = 0 };
        var plan = await PlanAsync(options, positions, ScriptedAudit.Lines("a", transcripts));
        var shuffled = plan.Blocks.Where(block => block.Condition == Conditions.Shuffled).ToList();
        var items = shuffled.SelectMany(block => block.Items).ToList();

        Assert.Equal(transcripts == 1 ? 0 : transcripts, items.Select(item => item.Transcript.Id).Distinct().Count());
        Assert.All(shuffled, block => Assert.True(block.Items.Count >= 2));
        Assert.All(items, item => Assert.Equal(positions, item.Tokens.Count));
        Assert.Equal(Enumerable.Range(0, plan.Blocks.Count), plan.Blocks.Select(block => block.Index));
    }

    [Fact]
    public async Task The_shuffled_arm_mixes_the_datasets()
    {
        var plan = (await _audit.PlanAsync(
            _audit.Source("a", ScriptedAudit.Lines("a", 20)), _audit.Source("b", ScriptedAudit.Lines("b", 20)))).Plan;
        var order = plan.Blocks.Where(block => block.Condition == Conditions.Shuffled)
            .SelectMany(block => block.Items).Select(item => item.Transcript.Dataset);

        Assert.Equal(2, order.Take(20).Distinct().Count());
        Assert.Equal(80, plan.Rows.Count);
    }

    [Fact]
    public async Task What_cannot_be_read_is_quarantined_with_its_numbers()
    {
        var lines = string.Join('\n',
            "junk",
            ScriptedAudit.Line("long", string.Join(' ', Enumerable.Repeat("word", 60))),
            ScriptedAudit.Line("short", "one"),
            ScriptedAudit.Line("odd", ScriptedTokenizer.Untokenizable),
            ScriptedAudit.Line("fine", "one two three four"));

        var plan = await PlanAsync(new PositionOptions { MinimumIndex = 6 }, shuffled: 0, lines, context: 50);

        Assert.Equal(
            [
                ("read", null, "not JSON: 'j' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0."),
                ("plan", "long", "too long: 66 tokens; the model reads at most 50"),
                ("plan", "short", "no readable position among 7 tokens: 1 of the response, "
                    + "of which 1 before index 6 and 0 excluded reasoning; 4 of the template"),
                ("plan", "odd", "this word has no token"),
            ],
            plan.Failures.Select(failure => (failure.Stage, failure.TranscriptId, failure.Message)));
        Assert.Equal(
            [
                ("long", "quarantined", (int?)66, 0), ("short", "quarantined", 7, 0),
                ("odd", "quarantined", null, 0), ("fine", "planned", 10, 3),
            ],
            plan.Rows.Select(row => (row.TranscriptId, row.Status, row.Tokens, row.Positions)));
        Assert.Equal(1, plan.ReadableTranscripts);
    }

    [Fact]
    public async Task The_plan_is_the_same_each_time()
    {
        var source = _audit.Source("a", ScriptedAudit.Lines("a", 9));
        var (once, again) = (await _audit.PlanAsync(source), await new ScriptedAudit(_folder).PlanAsync(source));

        Assert.Equal(once.Plan.Blocks.Select(DescribeFully), again.Plan.Blocks.Select(DescribeFully));
    }

    [Fact]
    public async Task Expected_work_is_known_before_a_model_loads()
    {
        var planned = await _audit.PlanAsync(_audit.Source("a", ScriptedAudit.Lines("a", 3)));

        Assert.Equal(3 * (4 + 2) * 200, planned.MostGeneratedTokens);
        var items = planned.Plan.Blocks.SelectMany(block => block.Items);
        Assert.Equal(items.Sum(item => item.Tokens.Max(token => token.Position) + 1), planned.Plan.CaptureTokens);
    }

    [Theory]
    [InlineData("1/1", "0 1 2 3 4")]
    [InlineData("1/2", "0 2 4")]
    [InlineData("2/2", "1 3")]
    [InlineData("3/3", "2")]
    public void A_shard_takes_every_nth_block(string text, string blocks)
    {
        var shard = Shard.Parse(text);
        var taken = Enumerable.Range(0, 5).Where(index => shard.Contains(new Block(index, "", [])));
        Assert.Equal(blocks, string.Join(' ', taken));
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1")]
    [InlineData("a/b")]
    [InlineData("1/99999999999")]
    public void A_shard_that_is_none_is_refused(string text)
    {
        var refused = Assert.Throws<RefusedException>(() => Shard.Parse(text));
        Assert.Equal($"--shard: found {text}; legal is i/n with i from 1 to n", refused.Message);
    }

    private async Task<Plan> PlanAsync(PositionOptions positions, int shuffled, string lines, int context = 4096)
    {
        var options = _audit.Options with
        {
            Positions = positions,
            Controls = new ControlOptions { ShuffledPositions = shuffled },
            Datasets = [_audit.Source("a", lines)],
        };
        var planner = new AuditPlanner(SilentProgress.Instance);
        return (await planner.PlanAsync(options, _audit.Tokenizer, context, TestContext.Current.CancellationToken)).Plan;
    }

    private static string Describe(Block block) =>
        $"{block.Index}: {string.Join(' ', block.Items.Select(item => item.Transcript.Id))}";

    private static string DescribeFully(Block block)
    {
        var positions = block.Items.SelectMany(item => item.Tokens).Select(token => token.Position);
        return $"{Describe(block)} {block.Condition} {string.Join(' ', positions)}";
    }
}
