using EvalAwareness.Core;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Store;

public sealed class RunStoreTests
{
    private static readonly SyntheticRun Run = new(perDataset: 3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What a judge took to answer differs from run to run; all else must not.</summary>
    private const string Repeatable = "* exclude (cached, attempts, latency_ms)";

    [Fact]
    public void The_spec_is_on_disk_before_any_row()
    {
        using var folder = new TemporaryFolder();

        RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);

        var content = File.ReadAllText(folder.File("run.json"));
        Assert.Contains("\"status\": \"running\"", content);
        Assert.Contains("\"temperature\": 1", content);
    }

    [Fact]
    public async Task Resuming_skips_blocks_already_recorded()
    {
        using var folder = new TemporaryFolder();
        var first = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        await first.RecordAsync(Run.Block(0), Stop);
        await first.RecordAsync(Run.Block(2), Stop);

        var second = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);

        Assert.Equal([0, 2], second.RecordedBlocks().Order());
    }

    [Fact]
    public async Task A_block_whose_writing_was_killed_is_not_recorded_and_can_be_recorded_again()
    {
        using var folder = new TemporaryFolder();
        var store = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        Directory.CreateDirectory(folder.File("parts/block-00001.tmp"));
        File.WriteAllText(folder.File("parts/block-00001.tmp/explanations.parquet"), "half a fi");

        Assert.Empty(store.RecordedBlocks());
        await store.RecordAsync(Run.Block(1), Stop);

        Assert.Equal([1], store.RecordedBlocks());
        Assert.Equal(["block-00001"], Directory.EnumerateDirectories(folder.File("parts")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("resumed")]
    [InlineData("sharded")]
    [InlineData("backwards")]
    public async Task Rows_do_not_depend_on_the_order_the_blocks_were_recorded_in(string order)
    {
        using var once = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var blocks = Enumerable.Range(0, Run.BlockCount).ToList();

        await Run.WriteAsync(once.Path);
        await Run.WriteAsync(other.Path, order switch
        {
            "resumed" => blocks.Skip(5).Concat(blocks.Take(5)),
            "sharded" => blocks.Where(block => block % 2 == 1).Concat(blocks.Where(block => block % 2 == 0)),
            _ => Enumerable.Reverse(blocks),
        });

        foreach (var table in new[] { "transcripts", "explanations", "rates" })
            Assert.Equal(DuckDb.Rows(once.File($"{table}.parquet")), DuckDb.Rows(other.File($"{table}.parquet")));
        Assert.Equal(DuckDb.Rows(once.File("verdicts.parquet"), Repeatable), DuckDb.Rows(other.File("verdicts.parquet"), Repeatable));
        Assert.Equal(File.ReadAllBytes(once.File("explanations.parquet")), File.ReadAllBytes(other.File("explanations.parquet")));
        Assert.Equal(File.ReadAllText(once.File("rates.csv")), File.ReadAllText(other.File("rates.csv")));
    }

    [Fact]
    public async Task Completing_with_blocks_missing_says_which_and_writes_no_table()
    {
        using var folder = new TemporaryFolder();
        var store = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        for (var block = 0; block < Run.BlockCount; block += 2) await store.RecordAsync(Run.Block(block), Stop);

        var summary = await store.CompleteAsync(Run.Transcripts, [], Run.BlockCount, Stop);

        Assert.False(summary.IsComplete);
        Assert.Equal(Enumerable.Range(0, Run.BlockCount).Where(block => block % 2 == 1), summary.MissingBlocks);
        Assert.False(File.Exists(folder.File("explanations.parquet")));
    }

    [Fact]
    public async Task Completing_counts_what_was_left_behind()
    {
        using var folder = new TemporaryFolder();

        var summary = await Run.WriteAsync(folder.Path);

        Assert.Equal((24, 0, 240, 252, 1), (summary.Transcripts, summary.Quarantined, summary.Explanations, summary.Verdicts, summary.Failures));
        Assert.Contains("\"status\": \"complete\"", File.ReadAllText(folder.File("run.json")));
        Assert.Contains("broken.jsonl:3", File.ReadAllText(folder.File("failures.jsonl")));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_of_another_spec_is_refused_with_every_setting_that_differs()
    {
        using var folder = new TemporaryFolder();
        RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        var other = SyntheticRun.Spec(temperature: 0.5);
        other.Identity["inputs"]![1] = "cc33";

        var refused = Assert.Throws<RefusedException>(() => RunStore.Open(folder.Path, other, TimeProvider.System));

        Assert.Contains("Choose another output folder", refused.Problems[0]);
        Assert.Equal(
            ["  inputs[1] is \"cc33\", and was \"bb22\"", "  sampling.temperature is 0.5, and was 1"], refused.Problems.Skip(1));
    }

    [Fact]
    public void Where_a_run_runs_may_change_between_starts()
    {
        using var folder = new TemporaryFolder();
        RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        var elsewhere = SyntheticRun.Spec();
        elsewhere.Environment["device"] = "cuda:0";

        RunStore.Open(folder.Path, elsewhere, TimeProvider.System);

        var content = File.ReadAllText(folder.File("run.json"));
        Assert.Contains("\"cpu\"", content);
        Assert.Contains("\"cuda:0\"", content);
    }

    [Theory]
    [InlineData("{ \"status\":", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{}", "names no identity")]
    public void A_run_json_that_says_nothing_is_refused(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("run.json"), content);

        var refused = Assert.Throws<RefusedException>(() => RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System));

        Assert.Contains(expected, refused.Message);
    }

    [Fact]
    public void Tables_that_are_not_of_a_run_are_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("transcripts.parquet"), "mine");

        var refused = Assert.Throws<RefusedException>(() => RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System));

        Assert.Contains("transcripts.parquet", refused.Message);
    }

    [Fact]
    public async Task A_disk_that_cannot_take_a_block_ends_the_run_with_a_line_that_names_block_and_folder()
    {
        using var folder = new TemporaryFolder();
        var store = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        Directory.Delete(folder.File("parts"));
        File.WriteAllText(folder.File("parts"), "a file where the folder of parts should be");

        var error = await Assert.ThrowsAsync<IOException>(() => store.RecordAsync(Run.Block(4), Stop));

        Assert.Contains("block 4 could not be recorded", error.Message);
        Assert.Contains(folder.Path, error.Message);
    }

    [Fact]
    public async Task Tables_come_back_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        await Run.WriteAsync(folder.Path);

        var tables = await RunTables.LoadAsync(folder.Path, Stop);

        var blocks = Enumerable.Range(0, Run.BlockCount).Select(Run.Block).ToList();
        Assert.Equal(Run.Transcripts, tables.Transcripts);
        Assert.Equal(blocks.SelectMany(block => block.Explanations), tables.Explanations);
        Assert.Equal(blocks.SelectMany(block => block.Verdicts), tables.Verdicts);
        Assert.Equal(Run.PlanFailures, tables.Failures);
        Assert.Equal(EvalAwareness.Core.Rates.RateTable.Of(tables.Tallies()), tables.Rates);
    }

    [Fact]
    public async Task A_run_that_is_not_complete_has_no_tables_to_load()
    {
        using var folder = new TemporaryFolder();
        RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunTables.LoadAsync(folder.Path, Stop));

        Assert.Contains("not complete", refused.Message);
    }

    [Fact]
    public async Task A_failed_block_leaves_its_failures_and_no_row()
    {
        using var folder = new TemporaryFolder();
        var store = RunStore.Open(folder.Path, SyntheticRun.Spec(), TimeProvider.System);
        var failure = new FailureRow { Stage = "capture", TranscriptId = "blackmail-000", Message = "longer than the context" };
        await store.RecordAsync(new BlockRecord(0, [], [], [failure]), Stop);

        var summary = await store.CompleteAsync([.. Run.Transcripts.Take(1)], [], 1, Stop);

        Assert.Equal((0, 1), (summary.Explanations, summary.Failures));
        var rate = summary.Rates[0];
        Assert.Equal((0, 10, 1), (rate.NTranscripts, rate.Missing, rate.Failed));
        Assert.Null(rate.Value);
    }
}
