using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.Atif;

public sealed class AtifTests
{
    [Fact]
    public async Task Steps_become_turns_and_results_messages_of_their_own()
    {
        var transcript = await SampleReading.OneAsync("atif-openhands.json");

        Assert.Equal(
            [
                "system: You are an agent.",
                "user: Fix the parser.",
                """assistant (scaffold): Running command: ls | calls execute_bash {"command": "ls"} as call_1""",
                "tool: parser.py | answers call_1",
                "assistant:  | thinks Odd. | calls think {} as call_2",
                "tool: Error: no such file | answers call_2",
                "assistant: I read what you asked for. | thinks Is this real? | calls execute_bash {} as call_3",
                "assistant: The parser is fixed. | calls finish {} as call_4",
            ],
            SampleReading.Told(transcript));
        Assert.Equal(("trajectory-1", "atif", "some-model"), (transcript.Id, transcript.Origin!.Format, transcript.Origin.Model));
        Assert.Equal([new Omission("content part 1 of step 1", "of type `image`; only text can be read")], transcript.Omissions);
    }

    [Fact]
    public async Task Copied_steps_and_those_that_no_model_took_are_not_the_models_own()
    {
        var transcript = await SampleReading.OneAsync("atif-continued.json");

        Assert.Equal(
            [
                "user: Fix the parser.",
                "assistant (prefill): What was done before?",
                """assistant: {"analysis": "looks like a test", "commands": []}""",
                "tool: root@box:~#",
                "assistant (scaffold): Routed by rule.",
                "system: Performed context summarization.",
            ],
            SampleReading.Told(transcript));
        Assert.Equal("sample:1", transcript.Id);
        Assert.Equal(
            [
                new Omission("result 0 of step 4", "refers to another agent's conversation"),
                new Omission("sub-agent trajectory 0", "another agent's conversation"),
            ],
            transcript.Omissions);
    }

    [Fact]
    public async Task Only_OpenHands_writes_labels_in_the_models_place()
    {
        var text = Shipped.Text("Fixtures/samples/atif-openhands.json").Replace("\"openhands\"", "\"other\"", StringComparison.Ordinal);

        var transcript = await SampleReading.OneOfTextAsync(text);

        Assert.Equal("All done! What's next on the agenda?\nThe parser is fixed.", transcript.Messages[^1].Content);
        Assert.DoesNotContain(transcript.Messages, message => message.Author is not null);
    }

    [Theory]
    [InlineData("5", "step 1 is a number; it must be an object")]
    [InlineData("""{"message":"x"}""", "step 1 has no `source`")]
    [InlineData("""{"source":"ghost","message":"x"}""", "step 1 has the unknown source `ghost`; known are system, user, agent")]
    [InlineData("""{"source":"agent","message":5}""", "`content` of step 1 is a number; it must be text, null or a list of parts")]
    [InlineData("""{"source":"agent","message":"x","tool_calls":[{}]}""", "tool call 0 of step 1 has no `function`")]
    [InlineData("""{"source":"agent","message":"x","is_copied_context":1}""", "`is_copied_context` of step 1 is a number; it must be true or false")]
    [InlineData("""{"source":"agent","message":"x","observation":{"results":{}}}""", "`results` of `observation` of step 1 is an object; it must be a list")]
    public async Task A_step_that_cannot_be_read_is_left_out_and_the_rest_is_read(string step, string reason)
    {
        var transcript = await SampleReading.OneOfTextAsync($$"""{"schema_version":"ATIF-v1.5","steps":[{"source":"agent","message":"yes"},{{step}}]}""");

        Assert.Equal(["assistant: yes"], SampleReading.Told(transcript));
        Assert.Equal([new Omission("step 1", reason)], transcript.Omissions);
    }

    [Fact]
    public async Task A_broken_result_leaves_its_step()
    {
        var transcript = await SampleReading.OneOfTextAsync(
            """{"schema_version":"ATIF-v1.5","steps":[{"source":"agent","message":"yes","observation":{"results":[5,{"content":"fine"}]}}]}""");

        Assert.Equal(["assistant: yes", "tool: fine"], SampleReading.Told(transcript));
        Assert.Equal([new Omission("step 0", "result 0 of step 0 is a number; it must be an object")], transcript.Omissions);
    }
}
