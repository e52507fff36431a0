using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.OpenHands;

public sealed class OpenHandsTests
{
    [Fact]
    public async Task Actions_and_observations_become_turns_and_labels_none()
    {
        var transcript = await SampleReading.OneAsync("openhands-actions.json");

        Assert.Equal(
            [
                "system: You are an agent.",
                "user: Fix the parser.",
                """assistant: I look first. | thinks Is this real? | calls execute_bash {"command": "ls"} as call_1 | calls execute_bash {"command": "pwd"} as call_2""",
                "tool: parser.py | answers call_1",
                "tool: /work | answers call_2",
                "assistant:  | thinks Odd. | calls think {}",
                "tool: Your thought has been logged.",
                """assistant: I ask. | calls delegate {"agent":"BrowsingAgent","inputs":{"task":"search"}}""",
                "assistant (sub_agent): I am the other agent.",
                "tool: Found it.",
                "user: git status",
                "user (scaffold): So far: looked.",
                "tool: The command failed.",
                """assistant: The parser is fixed. | calls finish {"outputs":{}}""",
            ],
            SampleReading.Told(transcript));
        Assert.Equal(("openhands", "some-model"), (transcript.Origin!.Format, transcript.Origin.Model));
        Assert.Equal(
            [new Omission("event 4", "knowledge that the program put into the prompt; its wording there is not recorded")],
            transcript.Omissions);
    }

    [Fact]
    public async Task Lines_of_results_hold_events_or_pairs_of_them()
    {
        var items = await SampleReading.ReadAsync("openhands-results.jsonl");

        Assert.Equal(["user: Fix it.", "assistant: Done."], SampleReading.Told(items[0].Transcript!));
        Assert.Equal(
            ["user: Fix it.", """assistant: I look. | calls run {"command":"ls"}""", "tool: parser.py"],
            SampleReading.Told(items[1].Transcript!));
        Assert.All(items, item => Assert.Equal("some-model", item.Transcript!.Origin!.Model));
    }

    [Fact]
    public async Task Events_of_the_sdk_become_turns_of_one_reply_each()
    {
        var transcript = await SampleReading.OneAsync("openhands-sdk.json");

        Assert.Equal(
            [
                "system: You are an agent.\nThe date is known.",
                "user: Fix the parser.\nA rule.",
                """assistant: I look first. | thinks Is this real?""" + "\n" + """Odd. | calls terminal {"command": "ls", "summary": "look"} as call_1 | calls think {} as call_2""",
                "tool: parser.py | answers call_1",
                "tool (scaffold): The tool failed. | answers call_2",
                "user (scaffold): So far: looked.",
                "assistant: The parser is fixed. | thinks Almost. | calls finish {} as call_3",
                "tool: Not yet. | answers call_3",
                "assistant: What else? | thinks Hm.",
            ],
            SampleReading.Told(transcript));
        Assert.Equal("some-model", transcript.Origin!.Model);
        Assert.Equal(
            [
                new Omission("content part 1 of event 2", "of type `image`; only text can be read"),
                new Omission("event 11", "of kind `ACPToolCallEvent`, which is not known"),
            ],
            transcript.Omissions);
    }

    [Fact]
    public async Task An_event_a_line_is_one_conversation_and_a_broken_line_an_entry()
    {
        var lines = Shipped.Lines("Fixtures/samples/openhands-lines-sdk.jsonl");
        var items = await SampleReading.ReadTextAsync(string.Join('\n', [lines[0], "{", .. lines[1..], """{"id":"e4","source":"agent","kind":"AgentErrorEvent","error":5}"""]));

        Assert.StartsWith("not JSON: ", items[0].Problem);
        Assert.Equal("sample:2", items[0].Failures[0].Source);
        Assert.Equal(
            ["user: Fix the parser.", """assistant: I look first. | calls terminal {"command": "ls"} as call_1 | calls terminal {} as call_2"""],
            SampleReading.Told(items[1].Transcript!));
        Assert.Equal([new Omission("line 6", "`error` of line 6 is a number; it must be text")], items[1].Transcript!.Omissions);
    }

    [Fact]
    public async Task A_single_event_is_refused_with_what_to_do()
    {
        var item = Assert.Single(await SampleReading.ReadTextAsync(Shipped.Lines("Fixtures/samples/openhands-lines-sdk.jsonl")[0]));
        Assert.Equal("a single event of a conversation; put all its events into one file, a line each, in their order", item.Problem);
    }

    [Theory]
    [InlineData("""{"source":"agent"}""", "event 1 has neither `action` nor `observation`")]
    [InlineData("""{"source":"agent","action":"run","args":[]}""", "`args` of event 1 is a list; it must be an object")]
    [InlineData("""{"source":"agent","action":5}""", "`action` of event 1 is a number; it must be text")]
    [InlineData("""{"source":"agent","action":"run","tool_call_metadata":{"model_response":{"choices":[]}}}""", "`model_response` of event 1 holds no message")]
    [InlineData("""{"source":"agent","kind":"ActionEvent","tool_call_id":"c"}""", "event 1 has neither `tool_call` nor `tool_name`")]
    [InlineData("""{"source":"agent","kind":"MessageEvent"}""", "event 1 has no `llm_message`")]
    [InlineData("""{"source":"agent","kind":"ObservationEvent","observation":"x"}""", "event 1 has no `observation`")]
    [InlineData("""{"source":"user","action":"finish","args":{}}""", "the action `finish` of the user, which says nothing")]
    [InlineData("7", "event 1 is a number; it must be an object")]
    public async Task An_event_that_cannot_be_read_is_left_out_and_the_rest_is_read(string entry, string reason)
    {
        var transcript = await SampleReading.OneOfTextAsync($$$"""[{"source":"agent","action":"message","args":{"content":"yes"}},{{{entry}}}]""");

        Assert.Equal(["assistant: yes"], SampleReading.Told(transcript));
        Assert.Equal([new Omission("event 1", reason)], transcript.Omissions);
    }

    [Fact]
    public async Task What_follows_a_delegation_that_cannot_be_read_is_still_the_other_agents()
    {
        var transcript = await SampleReading.OneOfTextAsync(
            """[{"source":"agent","action":"delegate","args":5},{"source":"agent","action":"message","args":{"content":"I help."}}]""");
        Assert.Equal(["assistant (sub_agent): I help."], SampleReading.Told(transcript));
    }
}
