using System.Text.Json;

namespace EvalAwareness.Cli.Tests;

/// <summary>What training on somebody's own checkpoint says before it begins.</summary>
public sealed class TrainCommandTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "train rl --corpus a.jsonl --steps 3", "evalaware: --corpus, --steps: say with --target which checkpoint to train on.\n" },
        { "train warm-start --target nowhere --out out", "evalaware: nowhere/config.json: the file does not exist; a checkpoint is a Hugging Face folder.\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_go_together_is_refused(string arguments, string line) =>
        Assert.Equal((2, "", line), await CommandLineTests.RunAsync(arguments));

    [Theory]
    [InlineData("warm-start", "verbalizer")]
    [InlineData("rl", "joint training")]
    public async Task A_dry_run_needs_a_configuration_only(string training, string stage)
    {
        using var audit = new SmallAudit(SmallAudit.Plannable);
        var target = Path.Combine(Path.GetDirectoryName(audit.Path)!, "model");

        var (exitCode, output, error) = await CommandLineTests.RunAsync($"train {training} --target {target} --dry-run --json --documents 7");

        Assert.Equal((0, ""), (exitCode, error));
        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Contains(rows, row => row.GetProperty("stage").GetString() == stage);
        Assert.Contains(rows, row => row.GetProperty("what").GetString()!.StartsWith("documents", StringComparison.Ordinal) && row.GetProperty("value").GetDouble() == 7);
    }
}
