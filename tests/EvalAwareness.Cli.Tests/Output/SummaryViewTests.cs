using System.Text.Json;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Cli.Tests.Output;

public sealed class SummaryViewTests
{
    private static readonly RunSummary Complete = new("/runs/a", RunSummary.Complete, 2, 0, 20, 24, 0, [], RateTable.Of(
    [
        new TranscriptTally("1", "mail", TranscriptKind.Evaluation, "baseline", new Tally(3, 6, 0, 1, 0), new Tally(1, 1, 0, 0, 0)),
        new TranscriptTally("2", "mail", TranscriptKind.Evaluation, "baseline", new Tally(0, 9, 0, 0, 1), new Tally(0, 2, 0, 0, 0)),
    ]));

    [Fact]
    public void The_table_sets_what_was_said_beside_what_was_read()
    {
        var (exitCode, text) = Show(Complete, json: false);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"mail +baseline +2 +50\.0 % \(.+ to .+\) +50\.0 % \(.+ to .+\) +16\.7 % \(.+ to .+\) +1 +1", text);
        Assert.EndsWith("0 transcripts quarantined, 0 items failed.\n/runs/a\n", text);
    }

    [Fact]
    public void The_document_names_its_fields_as_the_tables_do()
    {
        var (_, text) = Show(Complete, json: true);
        var document = JsonDocument.Parse(text).RootElement;

        Assert.Equal("complete", document.GetProperty("status").GetString());
        Assert.Equal(2, document.GetProperty("rates")[0].GetProperty("n_transcripts").GetInt32());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Items_that_could_not_be_read_show_in_the_exit_code(int quarantined, int failures) =>
        Assert.Equal(3, Show(Complete with { Quarantined = quarantined, Failures = failures }, json: true).ExitCode);

    [Fact]
    public void A_share_of_a_sharded_run_says_what_is_missing()
    {
        var (exitCode, text) = Show(Complete with { Status = RunSummary.Incomplete, MissingBlocks = [1, 3], Rates = [] }, json: false);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("incomplete: 2 blocks are left to other shards.\n", text);
    }

    private static (int ExitCode, string Text) Show(RunSummary summary, bool json)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (SummaryView.Show(summary, json, output), output.ToString());
    }
}
