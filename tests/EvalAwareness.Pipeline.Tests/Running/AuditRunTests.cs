using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Tests.Scripted;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Pipeline.Tests.Running;

public sealed class AuditRunTests : IDisposable
{
    private const string Once = "once";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_run_twice_leaves_the_same_rows()
    {
        await RunAsync(Once);
        await RunAsync("twice");

        Assert.Equal(await RowsAsync(Once), await RowsAsync("twice"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_run_whose_machine_fails_and_is_started_again_leaves_the_same_rows(int failingBlock)
    {
        await RunAsync(Once);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("broken", onCapture: call =>
        {
            if (call == failingBlock)
                throw new InvalidOperationException("device lost");
        }));
        var redone = 0;

        var summary = await RunAsync("broken", onCapture: _ => redone++);

        Assert.Equal("device lost", failure.Message);
        Assert.True(summary.IsComplete);
        Assert.Equal(await RowsAsync(Once), await RowsAsync("broken"));
        Assert.Equal((await PlanAsync(Audit(_folder), 6)).Plan.Blocks.Count - (failingBlock - 1), redone);
    }

    [Fact]
    public async Task A_cancelled_run_drops_the_block_in_flight_and_continues_later()
    {
        await RunAsync(Once);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync("stopped", stop: stop.Token, onCapture: call =>
        {
            if (call == 3)
                stop.Cancel();
        }));

        var recorded = Directory.GetDirectories(_folder["stopped/parts"], "block-?????").Select(Path.GetFileName);
        Assert.Equal(["block-00000", "block-00001"], recorded.Order());
        await RunAsync("stopped");
        Assert.Equal(await RowsAsync(Once), await RowsAsync("stopped"));
    }

    [Fact]
    public async Task Two_shards_in_either_order_leave_the_same_rows()
    {
        await RunAsync(Once);

        var second = await RunAsync("sharded", new Shard(2, 2));
        var first = await RunAsync("sharded", new Shard(1, 2));

        Assert.False(second.IsComplete);
        Assert.True(first.IsComplete);
        Assert.Equal(await RowsAsync(Once), await RowsAsync("sharded"));
    }

    [Fact]
    public async Task A_complete_run_started_again_computes_nothing()
    {
        await RunAsync(Once);
        var rows = await RowsAsync(Once);

        await RunAsync(Once, onCapture: _ => Assert.Fail("nothing was left to do"));

        Assert.Equal(rows, await RowsAsync(Once));
    }

    [Theory]
    [InlineData(8, 6, "seed is 8, and was 7")]
    [InlineData(7, 3, "datasets[0].sha256 is ")]
    public async Task A_folder_of_another_run_is_refused(ulong seed, int transcripts, string difference)
    {
        await RunAsync(Once);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunAsync(Once, seed: seed, transcripts: transcripts));

        Assert.Contains(refused.Problems, problem => problem.Contains(difference));
    }

    [Fact]
    public async Task The_run_file_says_what_ran_and_where()
    {
        await RunAsync(Once, new Shard(1, 1));

        var run = JsonNode.Parse(File.ReadAllText(_folder["once/run.json"]))!;
        Assert.Equal("scripted", run["identity"]!["name"]!.GetValue<string>());
        Assert.Equal("random", run["identity"]!["positions"]!["policy"]!.GetValue<string>());
        Assert.Equal("5c", run["identity"]!["models"]!["target"]!["sha256"]!.GetValue<string>());
        Assert.Equal("scripted-v1", run["identity"]!["judges"]!["turn"]!["name"]!.GetValue<string>());
        Assert.Equal("1/1", run["starts"]![0]!["environment"]!["shard"]!.GetValue<string>());
    }

    private static ScriptedAudit Audit(TestFolder folder, ulong seed = 7) =>
        new(folder) { Options = ScriptedAudit.Defaults with { Seed = seed } };

    private async Task<RunSummary> RunAsync(
        string run, Shard? shard = null, Action<int>? onCapture = null, CancellationToken? stop = null,
        ulong seed = 7, int transcripts = 6)
    {
        var audit = Audit(_folder, seed);
        var planned = await PlanAsync(audit, transcripts);
        return await audit.RunAsync(planned, run, shard, audit.Models(onCapture), stop);
    }

    // Ten transcripts in eight blocks, with a line and positions that fail.
    private static Task<PlannedAudit> PlanAsync(ScriptedAudit audit, int transcripts) => audit.PlanAsync(
        audit.Source("talk", ScriptedAudit.Lines("t", transcripts)),
        audit.Source("trial", string.Join(
            '\n', ScriptedAudit.Lines("u", 3), "junk", ScriptedAudit.Line("v", "this is a test sink mumble contempt"))));

    private Task<string> RowsAsync(string run) => Audit(_folder).RowsAsync(run);
}
