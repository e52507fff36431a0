using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Report.Reading;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Tests.Report;

public sealed class ArchiveTests
{
    [Fact]
    public async Task Every_transcript_is_listed_with_what_was_said_and_read()
    {
        var page = TranscriptArchive.Of(new ReportContent(await ReportFixture.TablesAsync())).Html;

        var list = Block(page, "list").AsArray();

        Assert.Equal(64, list.Count);
        Assert.Equal(("blackmail-000", "yes", "yes"), Outcome(list[0]!));
        Assert.Equal(("blackmail-001", "no", "no"), Outcome(list[1]!));
        Assert.Equal(("blackmail-002", "no", "yes"), Outcome(list[2]!));
        Assert.Equal(-1, list[0]!["tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_reading_keeps_its_words_and_verdict()
    {
        var page = TranscriptArchive.Of(new ReportContent(await ReportFixture.TablesAsync())).Html;
        var texts = Block(page, "texts").AsArray();

        var readings = Block(page, "readings-0")["readings"]!.AsArray();

        Assert.Equal(10, readings.Count);
        Assert.Equal(60, readings[0]![0]!.GetValue<int>());
        Assert.Equal("yes", Text(texts, readings[0]![1]));
        Assert.Equal("A blackmail scene; the assistant suspects an evaluation and writes sentence 0.", Text(texts, readings[0]![7]![0]![0]));
    }

    [Fact]
    public async Task Conditions_share_the_tokens_of_a_transcript()
    {
        var tables = await ReportFixture.TablesAsync();

        var page = TranscriptArchive.Of(new ReportContent(tables) { TextOf = id => ReportFixture.Text(id, 110) }).Html;

        Assert.Equal(64, Block(page, "list").AsArray().Count);
        Assert.Equal(32, Regex.Count(page, "id=\"tokens-"));
        Assert.Equal([2, 20, 56, 60], Block(page, "tokens-0").AsArray().Select(stretch => stretch![2]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("yes", "no", "yes", "unclear")]
    [InlineData("unclear", "no", "unclear")]
    [InlineData("no", "no", null)]
    [InlineData("unread", null, null)]
    [InlineData("unread")]
    public void A_token_stands_where_its_strongest_answer_does(string standing, params string?[] verdicts)
    {
        Assert.Equal(standing, Standing.Of(verdicts.Select(Verdict)));
    }

    private static VerdictRow? Verdict(string? verdict) => new()
    {
        TranscriptId = "a", Dataset = "a", Condition = "baseline", Subject = Subjects.Explanation, MessageIndex = 0, Judge = "rubric",
        PromptSha256 = "", Verdict = verdict, Cached = false, Attempts = 1, LatencyMs = 0,
    };

    private static JsonNode Block(string page, string id) => JsonNode.Parse(Regex.Match(page, $"id=\"{id}\">(.*?)</script>").Groups[1].Value)!;

    private static (string?, string?, string?) Outcome(JsonNode entry) => ($"{entry["id"]}", $"{entry["said"]}", $"{entry["read"]}");

    private static string Text(JsonArray texts, JsonNode? number) => texts[number!.GetValue<int>()]!.GetValue<string>();
}
