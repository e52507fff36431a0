using System.Diagnostics;
using System.Text.Json.Nodes;
using EvalAwareness.Cli.Tests.Interop;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Cli.Tests;

/// <summary>The shipped audit on the shipped checkpoints, cut down to a few transcripts: real tokens, real tensors, real words.</summary>
public sealed class ShippedAuditTests : IDisposable
{
    private const string Cut = "--limit 3 --set positions.count=6 --set controls.shuffled.positions=3 --set controls.random.positions=2 "
        + "--set controls.no_injection.positions=2 --set warm_start.positions=2 --set block_positions=12";

    private static readonly string Audit = Path.Combine(Repository.Root, "datasets", "audit.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("audit").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_whole_chain_leaves_tables_figures_and_a_report()
    {
        var run = await RunAsync("one");
        var tables = await RunTables.LoadAsync(run, CancellationToken.None);

        Assert.Equal(12, tables.Transcripts.Count(row => row.Condition == "baseline"));
        Assert.Equal(12 * 6, tables.Explanations.Count(row => row.Condition == "baseline"));
        Assert.Equal(12 * 3, tables.Explanations.Count(row => row.Condition == "shuffled"));
        foreach (var arm in (string[])["random", "no_injection", "warm_start"])
            Assert.Equal(12 * 2, tables.Explanations.Count(row => row.Condition == arm));
        foreach (var reference in (string[])["window", "activation"])
            Assert.Equal(12 * 6, tables.Verdicts.Count(row => row.Subject == reference));
        Assert.Empty(tables.Failures);
        // A trained verbalizer closes nearly everything it opens; an untrained one never would.
        Assert.True(tables.Explanations.Count(row => row.Closed) > 157, "explanations close");
        string[] files =
        [
            "run.json", "rates.csv", "truth.parquet", "truth.csv", "report.html",
            "figures/awareness-by-dataset.svg", "figures/detection.png",
        ];
        foreach (var file in files)
            Assert.True(new FileInfo(Path.Combine(run, file)).Length > 0, file);
        await TakeAwayAsync(run);
    }

    /// <summary>The same run, written back out for other tools.</summary>
    private async Task TakeAwayAsync(string run)
    {
        foreach (var target in (string[])["columns", "scout"])
        {
            var (exitCode, output, error) = await CommandLineTests.RunAsync($"export {run} --to {target} --out {Path.Combine(_folder, target)} --json");
            Assert.True(exitCode == 0, error);
            Assert.Equal(12 * 5, JsonNode.Parse(output)!["transcripts"]!.GetValue<int>());
        }
        const string Verdicts = "select transcript_id, condition, count(*) filter (verdict = 'yes') as yes from '{0}/verdicts.parquet' where subject = 'explanation' group by all";
        Assert.Empty(DuckDb.Query(
            $"from '{_folder}/columns/awareness.parquet' a full join ({string.Format(null, Verdicts, run)}) v using (transcript_id, condition) where a.nla_yes is distinct from v.yes"));
        Assert.Equal(6, Directory.GetFiles(Path.Combine(_folder, "scout"), "*.parquet", SearchOption.AllDirectories).Length);
    }

    /// <summary>A quarter of what the full audit measures, so with some room below its bars.</summary>
    [Fact]
    public async Task The_shipped_measure_sees_a_belief_that_is_not_said()
    {
        var run = Path.Combine(_folder, "measure");
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"run {Audit} --out {run} --limit 25 --set positions.count=8 --set controls.shuffled.positions=4 --set controls.random.positions=0 "
            + "--set controls.no_injection.positions=0 --set warm_start.positions=4");
        Assert.True(exitCode == 0, error);
        var study = TruthStudy.Of(await RunTables.LoadAsync(run, CancellationToken.None))!;
        var shuffled = study.Under("shuffled")!;

        Assert.InRange(study.Baseline.Detections.All!.Auroc, 0.8, 1);
        Assert.InRange(shuffled.Detections.All!.Auroc, 0.3, 0.7);
        Assert.InRange(study.Probe!.Detections.SinglePosition!.Auroc, 0.9, 1);
        Assert.InRange(study.Baseline.Fidelity!.Fve!.Value, 0.6, 1);
        // Joint training made the words carry more.
        Assert.True(study.Baseline.Fidelity.Fve.Value > study.WarmStart!.Fidelity!.Fve!.Value);
        Assert.InRange(shuffled.Fidelity!.Fve!.Value, -4, 0);
        Assert.True(study.Baseline.YesShares.Deployment!.Value < study.Baseline.YesShares.Evaluations!.Value);
    }

    [Fact]
    public async Task Twice_in_shards_or_killed_and_resumed_the_rows_are_the_same()
    {
        var expected = await RowsAsync(await RunAsync("one"));
        Assert.Equal(expected, await RowsAsync(await RunAsync("twice")));

        Assert.Equal(0, (await CommandLineTests.RunAsync(Arguments("shards", "--shard 1/2"))).ExitCode);
        Assert.Equal(expected, await RowsAsync(await RunAsync("shards", "--shard 2/2")));

        await KillAfterTheFirstBlockAsync("killed");
        Assert.Equal(expected, await RowsAsync(await RunAsync("killed")));
    }

    private async Task<string> RunAsync(string name, string more = "")
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync(Arguments(name, more));
        Assert.True(exitCode == 0, error);
        return Path.Combine(_folder, name);
    }

    private string Arguments(string name, string more) => $"run {Audit} --out {Path.Combine(_folder, name)} {Cut} {more}".TrimEnd();

    /// <summary>SIGKILL leaves a process no chance to tidy up.</summary>
    private async Task KillAfterTheFirstBlockAsync(string name)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "evalaware.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"{program} {Arguments(name, "")}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var parts = Path.Combine(_folder, name, "parts");
        while (!process.HasExited && !(Directory.Exists(parts) && Directory.EnumerateDirectories(parts, "block-*").Any()))
            await Task.Delay(5);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task<List<string>> RowsAsync(string run)
    {
        var tables = await RunTables.LoadAsync(run, CancellationToken.None);
        return
        [
            .. tables.Transcripts.Select(row => row.ToString()),
            .. tables.Explanations.Select(row => row.ToString()),
            .. tables.Verdicts.Select(row => (row with { LatencyMs = 0 }).ToString()),
            .. tables.Rates.Select(rate => rate.ToString()),
        ];
    }
}
