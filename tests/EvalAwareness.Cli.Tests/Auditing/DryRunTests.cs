using System.Text.Json;

namespace EvalAwareness.Cli.Tests.Auditing;

/// <summary>Plans a real file with the organism's tokenizer; no model is loaded.</summary>
public sealed class DryRunTests
{
    [Fact]
    public async Task A_dry_run_says_what_would_be_done()
    {
        using var audit = new SmallAudit(SmallAudit.Plannable);
        var (exitCode, output, error) = await CommandLineTests.RunAsync($"run {audit.Path} --dry-run");

        // One line of the file is not JSON.
        Assert.Equal(3, exitCode);
        Assert.Matches(@"chats +evaluation +baseline +2 +8", output);
        Assert.Contains("1 items quarantined.", output);
        Assert.StartsWith("plan: 1 datasets\nplan: 1 of 1 datasets in ", error);
    }

    [Fact]
    public async Task With_json_there_is_one_document_and_nothing_else()
    {
        using var audit = new SmallAudit(SmallAudit.Plannable);
        var (_, output, error) = await CommandLineTests.RunAsync($"run {audit.Path} --dry-run --json --limit 1");
        var plan = JsonDocument.Parse(output).RootElement;

        Assert.Equal("", error);
        Assert.Equal(1, plan.GetProperty("datasets")[0].GetProperty("transcripts").GetInt32());
        Assert.Equal(4, plan.GetProperty("datasets")[0].GetProperty("positions").GetInt32());
        Assert.Equal(1, plan.GetProperty("blocks").GetInt32());
        Assert.True(plan.GetProperty("capture_tokens").GetInt64() > 0);
    }

    [Theory]
    [InlineData("run {0} --dry-run --shard 3/2", "evalaware: --shard: found 3/2; legal is i/n with i from 1 to n\n")]
    [InlineData("run {0} --device tpu", "evalaware: device: 'tpu' is no device; use cpu, cuda or cuda:N.\n")]
    [InlineData("scan nowhere.jsonl --audit {0}", "evalaware: nowhere.jsonl: no such file\n")]
    [InlineData("scan a.jsonl --audit {0} --tokens 0", "evalaware: --set: positions.count: found 0; legal is a whole number from 1 to 1000000\n")]
    [InlineData("run {0} --limit many", "evalaware: --set: limit: found \"many\"; legal is a whole number from 1 to 2147483647\n")]
    public async Task What_cannot_be_done_is_refused_before_anything_is_read(string arguments, string line)
    {
        using var audit = new SmallAudit(SmallAudit.Plannable);
        var (exitCode, output, error) = await CommandLineTests.RunAsync(string.Format(null, arguments, audit.Path));

        Assert.Equal((2, "", line), (exitCode, output, error));
    }
}
