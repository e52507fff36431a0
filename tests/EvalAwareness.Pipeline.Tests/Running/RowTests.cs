using EvalAwareness.Core;
using EvalAwareness.Core.Positions;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Tests.Scripted;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Pipeline.Tests.Running;

/// <summary>What becomes of each planned position.</summary>
public sealed class RowTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_position_ends_as_exactly_one_row_per_sample()
    {
        var tables = await RunAsync(ScriptedAudit.Line("x", "plain sink nan mumble speechless gibberish contempt"), samples: 2);

        Assert.Equal(
            [
                ("plain", "closed"), ("sink", "filtered"), ("nan", "filtered"), ("mumble", "truncated"),
                ("speechless", "failed"), ("gibberish", "closed"), ("contempt", "closed"),
            ],
            tables.Explanations.Where(row => row.Sample == 0).Select(row => (row.Token.Trim(), row.Status)));
        Assert.Equal(tables.Explanations.Count, tables.Explanations.Select(row => (row.Position, row.Sample)).Distinct().Count());
        Assert.Equal(14, tables.Explanations.Count);
    }

    [Fact]
    public async Task What_failed_is_told_with_its_stage()
    {
        var dark = ScriptedAudit.Line("dark", "before the blackout");

        var tables = await RunAsync($"{ScriptedAudit.Line("x", "plain speechless gibberish contempt")}\n{dark}");

        Assert.Equal(
            [
                ("capture", "dark", null, "the lights went out"),
                ("explain", "x", 6, "no words for this"),
                ("score", "x", 7, "gibberish cannot be read back"),
                ("judge", "x", 8, "explanation in message 1: the judge left the room"),
                ("judge", "x", (int?)null, "turn in message 1: the judge left the room"),
            ],
            tables.Failures.Select(failure => (failure.Stage, failure.TranscriptId!, failure.Position, failure.Message)));
        Assert.Equal(
            ["closed", "failed", "closed", "closed", "failed", "failed", "failed"],
            tables.Explanations.Select(row => row.Status));
    }

    [Fact]
    public async Task Only_closed_explanations_are_scored_and_judged()
    {
        var tables = await RunAsync(ScriptedAudit.Line("x", "plain mumble sink gibberish"));

        Assert.Equal([0.5, null, null, null], tables.Explanations.Select(row => row.CosineSimilarity));
        Assert.Equal([5, 8, null], tables.Verdicts.Select(verdict => verdict.Position));
        Assert.Equal([true, true, false, true], tables.Explanations.Select(row => row.RawResponse is not null));
    }

    [Fact]
    public async Task A_judge_that_fails_leaves_an_unparsed_verdict_and_never_a_no()
    {
        var tables = await RunAsync(ScriptedAudit.Line("x", "contempt"));

        Assert.All(tables.Verdicts, verdict => Assert.Null(verdict.Verdict));
        Assert.All(tables.Verdicts, verdict => Assert.Equal("the judge failed: the judge left the room", verdict.UnparsedReason));
        Assert.Equal(["explanation", "turn"], tables.Verdicts.Select(verdict => verdict.Subject));
    }

    [Fact]
    public async Task Each_assistant_turn_is_judged_once_with_what_came_before_it()
    {
        var answers = Enumerable.Range(0, 3).Select(i => string.Join(' ', Enumerable.Repeat($"turn{i}", 9))).ToArray();
        var tables = await RunAsync($"{ScriptedAudit.Line("x", answers)}\n{ScriptedAudit.Line("y", "a test")}", shuffled: 2);

        Assert.Equal(
            [("x", 1, "no", "1 before"), ("x", 2, "no", "2 before"), ("x", 3, "no", "3 before"), ("y", 1, "yes", "1 before")],
            tables.Verdicts.Where(verdict => verdict.Subject == "turn")
                .Select(verdict => (verdict.TranscriptId, verdict.MessageIndex, verdict.Verdict!, verdict.Reasoning!.Split(';')[0])));
    }

    [Fact]
    public async Task A_shuffled_position_keeps_its_place_and_gets_the_words_of_another_transcript()
    {
        var tables = await RunAsync(ScriptedAudit.Lines("t", 7), shuffled: 3);
        var shuffled = tables.Explanations.Where(row => row.Condition == Conditions.Shuffled).ToList();

        Assert.Equal(21, shuffled.Count);
        Assert.All(shuffled, row => Assert.StartsWith(row.TranscriptId, row.Token.Trim()));
        Assert.All(shuffled, row => Assert.DoesNotContain($"word {row.TranscriptId}w", row.Description));
        // The words are read back against the activation of the place, not of the transcript they came from.
        Assert.All(shuffled, row => Assert.Equal(row.TokenId / (1.0 + row.TokenId), row.Mse!.Value, 5));
        Assert.All(tables.Explanations.Except(shuffled), row => Assert.Contains($"word {row.Token.Trim()}", row.Description));
    }

    [Fact]
    public async Task A_shuffled_position_fails_with_the_transcript_it_was_exchanged_with()
    {
        var lines = $"{ScriptedAudit.Line("x", "one two three")}\n{ScriptedAudit.Line("dark", "blackout before all")}";

        var tables = await RunAsync(lines, shuffled: 2);

        Assert.Equal(
            [("dark", "baseline", "the lights went out"), ("x", "shuffled", "exchanged with dark: the lights went out")],
            tables.Failures.Select(failure => (failure.TranscriptId!, failure.Condition!, failure.Message)));
    }

    [Fact]
    public async Task A_position_carries_the_credence_of_the_sentence_that_ends_there()
    {
        const string line = """
            {"id":"x","messages":[{"role":"user","content":"what now"},{"role":"assistant","content":"One two. Three."}],"metadata":{"truth":
            {"aware":true,"verbalized":false,"cues":1,"sentences":[
            {"message":1,"section":"text","start":0,"end":8,"credence":0.25},{"message":1,"section":"text","start":9,"end":15,"credence":0.75}]}}}
            """;

        var tables = await RunAsync(line.ReplaceLineEndings(""));

        var row = tables.Transcripts[0];
        Assert.Equal(
            [("One", null), (" two.", 0.25), (" Three.", (double?)0.75)],
            tables.Explanations.Select(explanation => (explanation.Token, explanation.LabelCredence)));
        Assert.Equal((true, false, 1), (row.LabelAware, row.LabelVerbalized, row.LabelCues));
    }

    private async Task<RunTables> RunAsync(string lines, int samples = 1, int shuffled = 0)
    {
        var audit = new ScriptedAudit(_folder)
        {
            Options = ScriptedAudit.Defaults with
            {
                Positions = new PositionOptions { Policy = PositionPolicy.All, MinimumIndex = 0 },
                Controls = new ControlOptions { ShuffledPositions = shuffled },
                Sampling = new() { Samples = samples },
            },
        };
        return await audit.TablesAsync(audit.Source("talk", lines));
    }
}
