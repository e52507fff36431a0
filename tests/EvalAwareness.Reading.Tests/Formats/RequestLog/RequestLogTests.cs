using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.RequestLog;

public sealed class RequestLogTests
{
    private const string Sample = "request-log-dialogues.jsonl";

    private static readonly string[] Lines = Shipped.Lines($"Fixtures/samples/{Sample}");

    [Fact]
    public async Task A_dialogue_is_its_last_request_with_every_answer_of_the_model()
    {
        var items = await SampleReading.ReadAsync(Sample);

        Assert.Equal(
            [
                "system: You use tools.",
                "user: Fix the parser.",
                "assistant:  | thinks Is this real? | calls ls {} as call_1",
                "tool: parser.py | answers call_1",
                "assistant: All is well, I think.",
                "assistant: I fix it. | calls edit {} as call_2",
                "tool: edited | answers call_2",
                "assistant: Done.",
            ],
            SampleReading.Told(items[0].Transcript!));
        Assert.Equal([new Omission("line 6 message 5", "later requests no longer repeat it")], items[0].Transcript!.Omissions);
    }

    [Fact]
    public async Task A_request_that_does_not_go_on_from_the_one_before_begins_another_dialogue()
    {
        var items = await SampleReading.ReadAsync(Sample);

        Assert.Equal(2, items.Count);
        Assert.Equal(
            ["user: Another matter.", "assistant (prefill): Words that were put there.", "user: Go on.", "assistant: I go on."],
            SampleReading.Told(items[1].Transcript!));
        Assert.Equal([("1", "some-model"), ("10", "other-model")], items.Select(item => (item.Transcript!.Origin!.Place, item.Transcript.Origin.Model)));
    }

    [Fact]
    public async Task The_same_request_answered_twice_from_the_start_is_two_dialogues()
    {
        var items = await SampleReading.ReadTextAsync(string.Join('\n', Lines[0], Lines[8], Lines[0], Lines[8]));
        Assert.All(items, item => Assert.Equal("assistant: Done.", SampleReading.Told(item.Transcript!)[^1]));
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public async Task An_answer_to_a_request_before_the_log_is_read()
    {
        var item = Assert.Single(await SampleReading.ReadTextAsync(string.Join('\n', Lines[8], Lines[8], Lines[9]).Replace("\"Another matter.\"", "5", StringComparison.Ordinal)),
            item => item.Transcript!.Origin!.Place == "1");
        Assert.Equal(["assistant: Done.", "assistant: Done."], SampleReading.Told(item.Transcript!));
    }

    [Theory]
    [InlineData("{", "not JSON: ")]
    [InlineData("5", "a line of a log is an object, not a number")]
    [InlineData("""{"type":"error"}""", "a line of type `error`; known are request and response")]
    [InlineData("""{"type":"request"}""", "the request in line 2 has no `messages`")]
    [InlineData("""{"type":"request","messages":5}""", "`messages` of line 2 is a number; it must be a list")]
    [InlineData("""{"type":"response","cost":1}""", "line 2 is no answer: the keys here are `cost`, `type`")]
    public async Task A_broken_line_is_an_entry_with_its_reason_and_the_dialogue_goes_on(string line, string reason)
    {
        var items = await SampleReading.ReadTextAsync(string.Join('\n', Lines[0], line, Lines[1]));

        Assert.StartsWith(reason, items[0].Problem);
        Assert.Equal("sample:2", items[0].Failures[0].Source);
        Assert.Equal(3, items[1].Transcript!.Messages.Count);
    }

    [Fact]
    public async Task Several_answers_to_one_request_are_all_the_models()
    {
        var several = """{"type":"response","choices":[{"message":{"role":"assistant","content":"One."}},5,{"message":{"role":"assistant","content":"Two."}}]}""";

        var transcript = await SampleReading.OneOfTextAsync(string.Join('\n', Lines[0], several));

        Assert.Equal(["assistant: One.", "assistant: Two."], SampleReading.Told(transcript).Skip(2));
        Assert.Equal([new Omission("line 2 answer 1", "line 2 answer 1 is a number; it must be an object")], transcript.Omissions);
    }

    [Fact]
    public async Task No_answer_is_lost_or_read_twice_whatever_the_order_of_the_lines()
    {
        var order = new Random(1);
        for (var trial = 0; trial < 100; trial++)
        {
            var lines = Enumerable.Range(0, 20).Select(_ => Lines[order.Next(Lines.Length)]).ToList();

            var items = await SampleReading.ReadTextAsync(string.Join('\n', [Lines[0], .. lines]));

            Assert.Equal(lines.Count(line => line.Contains("\"response\",", StringComparison.Ordinal)), items.Sum(item => TranscriptCounts.Of(item.Transcript!).OwnTurns));
        }
    }
}
