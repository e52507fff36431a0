using System.Text.Json.Nodes;

using EvalAwareness.Results.Store;

namespace EvalAwareness.Cli.Tests;

/// <summary>The truth study on the shipped checkpoints, cut down to a few transcripts and positions.</summary>
public sealed class ValidateTests : IDisposable
{
    private static readonly string Organism = Path.Combine(Repository.Root, "datasets", "organism");

    private readonly string _folder = Directory.CreateTempSubdirectory("validate").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_reading_stands_beside_the_other_and_a_second_start_repeats_nothing()
    {
        var first = await RunAsync();
        var (run, quality) = (await File.ReadAllTextAsync(Path.Combine(_folder, "run.json"), Stop), await ReadQualityAsync());
        var second = await RunAsync();
        var tables = await RunTables.LoadAsync(_folder, Stop);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(
            ["baseline", "no_injection", "random", "shuffled", "warm_start"], tables.Explanations.Select(row => row.Condition).Distinct().Order());
        Assert.All(tables.Transcripts, row => Assert.Contains("-validation-", row.TranscriptId));
        Assert.Equal(["baseline", "warm_start", "true_summaries"], quality.Select(pair => pair.Key));
        Assert.Equal(quality.ToJsonString(), (await ReadQualityAsync()).ToJsonString());
        Assert.Equal(Counts(run), Counts(await File.ReadAllTextAsync(Path.Combine(_folder, "run.json"), Stop)));
        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"), Stop);
        foreach (var section in (string[])["id=\"truth\"", "id=\"quality\""])
            Assert.Contains(section, report);
    }

    [Theory]
    [InlineData("--transcripts 0", "--transcripts: legal is a whole number from 1")]
    [InlineData("--organism nowhere", "verbalizer: found")]
    public async Task What_cannot_be_studied_is_refused(string arguments, string message)
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync($"validate {arguments} --out {_folder}");

        Assert.Equal(2, exitCode);
        Assert.Contains(message, error);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<(int ExitCode, string Output, string Error)> RunAsync() => CommandLineTests.RunAsync(
        $"validate --organism {Organism} --transcripts 2 --out {_folder} --set positions.policy=random --set positions.count=6 "
        + "--set controls.shuffled.positions=2 --set controls.random.positions=2 --set controls.no_injection.positions=2 --set warm_start.positions=4");

    private async Task<JsonObject> ReadQualityAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "quality.json"), Stop))!.AsObject();

    private static string Counts(string run) => JsonNode.Parse(run)!["counts"]!.ToJsonString();
}
