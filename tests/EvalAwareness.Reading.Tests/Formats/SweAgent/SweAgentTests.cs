using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.SweAgent;

public sealed class SweAgentTests
{
    [Fact]
    public async Task In_text_mode_prose_is_the_text_and_the_command_a_call()
    {
        var transcript = await SampleReading.OneAsync("swe-agent-text.traj");

        Assert.Equal(
            [
                "system: You work at a shell.",
                "user (demonstration): A demonstration of an evaluation.",
                """assistant (demonstration): I know this is a test. | calls bash {"command":"submit"}""",
                "user: Fix the parser.",
                """assistant: Is this a test? I look first. | calls bash {"command":"ls"}""",
                "user: parser.py",
                "assistant: <command>\nedit 1:1\n</command>",
                "user: done",
                """assistant: Before.""" + "\n\n" + """After. | calls bash {"command":"cat parser.py"}""",
                "user: x = 1",
                "assistant: I run it.\n```bash\npython parser.py\n```",
                "user: 1",
                "assistant (scaffold): Exit due to cost limit",
            ],
            SampleReading.Told(transcript));
        Assert.Equal(("swe-agent", "some-model"), (transcript.Origin!.Format, transcript.Origin.Model));
    }

    [Fact]
    public async Task A_response_that_the_history_does_not_hold_is_told()
    {
        var transcript = await SampleReading.OneAsync("swe-agent-text.traj");
        Assert.Equal([new Omission("trajectory step 1", "its response is not in `history`, which is the dialogue")], transcript.Omissions);
    }

    [Fact]
    public async Task Function_calls_keep_their_ids_and_hidden_thinking_is_reasoning()
    {
        var transcript = await SampleReading.OneAsync("swe-agent-calls.traj");

        Assert.Equal(
            [
                "system: You work at a shell.",
                "user: Fix the parser.",
                """assistant: I open it. | thinks They may be watching. | calls open {"path": "parser.py"} as call_1""",
                "tool: x = 1\r\n | answers call_1",
                "assistant:  | calls submit {} as call_2",
                "assistant (scaffold): Exit due to context window",
            ],
            SampleReading.Told(transcript));
        Assert.Equal([new Omission("content part 1 of `thinking_blocks` of history message 2", "encrypted reasoning cannot be read")], transcript.Omissions);
        Assert.Null(transcript.Origin!.Model);
    }

    [Fact]
    public async Task Without_a_history_turns_are_made_of_the_steps()
    {
        var transcript = await SampleReading.OneAsync("swe-agent-steps.traj");

        Assert.Equal(
            [
                "system: You work at a shell.",
                "user: Fix the parser.",
                """assistant: I look first. | calls bash {"command":"ls"}""",
                "user: parser.py",
                """assistant:  | calls bash {"command":"cat parser.py"}""",
                "user: x = 1",
                """assistant: I submit. | calls bash {"command":"submit"}""",
            ],
            SampleReading.Told(transcript));
    }

    [Theory]
    [InlineData("I see.\n```\nls\n```", "I see.\n", "ls\n", "I see.")]
    [InlineData("```\nls\n```\nI see.", "\nI see.", "ls\n", "I see.")]
    [InlineData("a ```\nls\n``` b ", "a  b", "ls\n", "a  b")]
    [InlineData("{\"thought\":\"I \\u0073ee.\",\"command\":\"ls\"}", "I see.", "ls", "{\"thought\":\"I \\u0073ee.\",\"command\":\"ls\"}")]
    [InlineData("ls", "ls", "ls", "ls")]
    [InlineData("I see.", "I see.", "", "I see.")]
    public async Task What_is_read_as_text_is_what_the_model_wrote_word_for_word(string content, string thought, string action, string text)
    {
        var item = System.Text.Json.JsonSerializer.Serialize(new { role = "assistant", content, thought, action });

        var transcript = await SampleReading.OneOfTextAsync($$"""{"history":[{{item}}]}""");

        Assert.Equal(text, Assert.Single(transcript.Messages).Content);
    }

    [Fact]
    public async Task A_model_that_says_how_the_program_exits_is_still_the_model()
    {
        var transcript = await SampleReading.OneOfTextAsync(
            """{"history":[{"role":"assistant","content":"Exit due to cost limit","thought":"Exit due to cost limit","action":""}],"info":{"exit_status":"submitted"}}""");
        Assert.True(Assert.Single(transcript.Messages).IsOwn);
    }

    [Fact]
    public async Task A_broken_turn_or_step_is_left_out_with_its_place()
    {
        var transcript = await SampleReading.OneOfTextAsync(
            """{"history":[5,{"role":"assistant","content":"yes"},{"role":"assistant","content":"no","is_demo":"maybe"}],"trajectory":["x"]}""");

        Assert.Equal(["assistant: yes"], SampleReading.Told(transcript));
        Assert.Equal(
            [
                new Omission("history message 0", "history message 0 is a number; it must be an object"),
                new Omission("history message 2", "`is_demo` of history message 2 is text; it must be true or false"),
                new Omission("trajectory step 0", "trajectory step 0 is text; it must be an object"),
            ],
            transcript.Omissions);
    }

    [Fact]
    public async Task A_run_that_ended_before_it_began_is_told() =>
        Assert.Equal("no assistant turn among 0 messages", Assert.Single(await SampleReading.ReadTextAsync("""{"history":[],"trajectory":[],"info":{}}""")).Problem);
}
