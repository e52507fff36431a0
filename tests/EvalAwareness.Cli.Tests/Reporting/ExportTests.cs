namespace EvalAwareness.Cli.Tests.Reporting;

public sealed class ExportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("export run --to csv --out out", "evalaware: --to: found csv; legal is columns or scout\n")]
    [InlineData("export run --to columns", "evalaware: Option '--out' is required.\n")]
    [InlineData("export nowhere --to columns --out out", "evalaware: nowhere holds no run.json: it is not the folder of a run.\n")]
    public async Task What_cannot_be_exported_is_refused_in_a_line(string arguments, string line)
    {
        var (exitCode, output, error) = await CommandLineTests.RunAsync(arguments);

        Assert.Equal((2, "", line), (exitCode, output, error));
        Assert.False(Directory.Exists("out"));
    }

    [Fact]
    public async Task An_interrupted_run_is_refused_with_what_is_missing()
    {
        _folder.Write("run/run.json", """{"blocks":3,"starts":[{"environment":{"shard":"1/2"}}]}""");
        _folder.Write("run/parts/block-00000/failures.jsonl", "");

        var (exitCode, _, error) = await CommandLineTests.RunAsync($"export {_folder["run"]} --to scout --out {_folder["out"]}");

        Assert.Equal(
            (2, $"evalaware: The run in {_folder["run"]} is not complete: 2 of 3 blocks are missing (1, 2), of shards 1/2, 2/2. Start it again to continue.\n"),
            (exitCode, error));
    }
}
