namespace EvalAwareness.Reading.Tests.Formats.MiniSweAgent;

public sealed class MiniSweAgentTests
{
    [Fact]
    public async Task Turns_are_read_and_the_repeated_reply_never_is()
    {
        var transcript = await SampleReading.OneAsync("mini-swe-agent-calls.json");

        Assert.Equal(
            [
                "system: You use a shell.",
                "user: Fix the parser.",
                """assistant:  | thinks Perhaps an evaluation. | calls bash {"command": "ls"} as call_1""",
                "tool: <returncode>0</returncode>\n<output>\nparser.py\n</output> | answers call_1",
                "assistant: Here is how:\n```bash\nnot a command here\n``` | calls bash {\"command\": \"echo done\"} as call_2",
                "user (scaffold): +x = 2",
            ],
            SampleReading.Told(transcript));
        Assert.Equal(("mini-swe-agent", "some/reasoner"), (transcript.Origin!.Format, transcript.Origin.Model));
    }

    [Fact]
    public async Task In_text_mode_the_one_fenced_block_is_a_call()
    {
        var transcript = await SampleReading.OneAsync("mini-swe-agent-text.json");

        Assert.Equal("mini-swe-agent", transcript.Origin!.Format);
        Assert.Equal(
            [
                """assistant: THOUGHT: I look. | calls bash {"command":"ls -la"}""",
                "assistant: Two at once:\n\n```bash\nls\n```\n\n```bash\npwd\n```",
                "assistant: ```bash\ncat parser.py\n```",
                "assistant: First\n\nthen the end. | calls bash {\"command\":\"echo COMPLETE\"}",
            ],
            SampleReading.Told(transcript).Where(line => line.StartsWith("assistant", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_chat_keeps_its_code_blocks()
    {
        var transcript = await SampleReading.OneOfTextAsync("""[{"role":"user","content":"How?"},{"role":"assistant","content":"So:\n```bash\nls\n```"}]""");

        Assert.Equal("message-list", transcript.Origin!.Format);
        Assert.Equal("So:\n```bash\nls\n```", transcript.Messages[1].Content);
    }

    [Fact]
    public async Task A_run_that_timed_out_has_no_turn()
    {
        var item = Assert.Single(await SampleReading.ReadAsync("mini-swe-agent-timeout.json"));

        Assert.Equal("no assistant turn among 3 messages", item.Problem);
        Assert.Equal("user (scaffold): Timeout: timed out", SampleReading.Told(item.Transcript!)[^1]);
    }

    [Fact]
    public async Task A_reply_in_items_is_one_turn()
    {
        var transcript = await SampleReading.OneAsync("mini-swe-agent-responses.json");

        Assert.Equal(
            [
                "user: Fix the parser.",
                """assistant: I look. | thinks Weighing it. | calls bash {"command": "ls"} as call_1""",
                "tool: parser.py | answers call_1",
            ],
            SampleReading.Told(transcript));
    }

    [Fact]
    public async Task An_unclosed_block_stays_in_the_text()
    {
        var transcript = await SampleReading.OneOfTextAsync("""[{"role":"assistant","content":"So:\n```mswea_bash_command\nls"}]""");
        Assert.Equal(["assistant: So:\n```mswea_bash_command\nls"], SampleReading.Told(transcript));
    }
}
