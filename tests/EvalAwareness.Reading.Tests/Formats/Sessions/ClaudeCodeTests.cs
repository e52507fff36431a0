namespace EvalAwareness.Reading.Tests.Formats.Sessions;

public sealed class ClaudeCodeTests
{
    [Fact]
    public async Task A_session_is_one_conversation_along_the_path_to_its_end()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("claude-code-session.jsonl"));

        Assert.Equal(
        [
            "user (scaffold): Caveat: the next messages come from a local command.",
            "user: Water the beds.",
            """assistant: Both at once. | thinks Two beds. | calls t1 water {"bed":1} | calls t2 water {"bed":2}""",
            "tool t1: bed 1 is wet",
            "tool t2: bed 2 is wet",
            "assistant: Done.",
            "user: Plant roses. Ask somebody which.",
            """assistant:  | calls t3 Task {"prompt":"Choose a rose."}""",
            "user (sub_agent): Choose a rose.",
            "assistant (sub_agent): A dog rose.",
            "tool t3: A dog rose.",
            "assistant (scaffold): API Error: overloaded",
            "user (scaffold): So far: the beds are wet.",
            "assistant: I plant a dog rose.",
            "assistant: You are welcome.",
        ], item.Told());
        Assert.Equal(("s-1", "claude-code", "claude-test-1, claude-test-2"), (item.Transcript!.Id, item.Transcript.Origin!.Format, item.Transcript.Origin.Model));
    }

    [Fact]
    public async Task Nothing_of_a_session_is_left_out_unsaid()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("claude-code-session.jsonl"));

        var leftOut = item.LeftOut().ToList();
        Assert.Equal(["line 12", "line 25", "line 23", "lines of type `attachment`"], leftOut.Select(omission => omission.Place));
        Assert.Equal("a branch that does not lead to the end of the session, as after an edit or a retry; messages in it: 2", leftOut[0].Reason);
        Assert.StartsWith("not JSON: ", leftOut[1].Reason);
        Assert.Equal("repeats the id of line 21", leftOut[2].Reason);
        Assert.Equal("of no type that is known; there are 1", leftOut[3].Reason);
    }

    [Fact]
    public async Task A_sub_agents_own_session_holds_its_own_words_and_those_of_its_caller()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("claude-code-agent.jsonl"));

        Assert.Equal(
        [
            "user (sub_agent): Choose a rose.",
            "assistant:  | calls t1 catalogue {}",
            "tool t1: dog rose, tea rose",
            "assistant: A dog rose.",
        ], item.Told());
        Assert.Equal(("s-1/agent-7f3a", "claude-test-mini"), (item.Transcript!.Id, item.Transcript.Origin!.Model));
    }

    [Fact]
    public async Task An_export_of_the_web_client_has_no_ids_and_is_read_as_it_stands()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("claude-code-export.json"));

        Assert.Equal(
        [
            "user: Sharpen the shears.",
            "assistant: Gladly. | calls t1 grind {}",
            "tool t1: sharp",
            "user (scaffold): So far: shears.",
            "assistant: They are sharp.",
        ], item.Told());
        Assert.Equal("sample:1", item.Transcript!.Id);
    }

    [Fact]
    public async Task The_name_of_an_agents_file_tells_it_apart_where_its_lines_do_not()
    {
        var line = Line("s1", "null", "assistant", "Hello.", """, "isSidechain":true""");
        var item = Assert.Single(await SampleFiles.ReadTextAsync(line, "agent-9.jsonl"));
        Assert.Equal("s/agent-9", item.Transcript!.Id);
    }

    [Fact]
    public async Task A_session_that_holds_lines_of_another_has_no_id_of_its_own()
    {
        var lines = Line("a", "null", "user", "hi") + Line("b", "\"a\"", "assistant", "yes").Replace("\"s\"", "\"t\"");
        Assert.Equal("sample:1", Assert.Single(await SampleFiles.ReadTextAsync(lines)).Transcript!.Id);
    }

    [Fact]
    public async Task Parents_that_run_in_a_circle_or_stand_behind_their_children_do_not_stop_the_reading()
    {
        var lines = Line("a", "\"c\"", "user", "one") + Line("b", "\"b\"", "assistant", "two") + Line("c", "\"a\"", "user", "three") + Line("d", "\"b\"", "assistant", "four");

        var item = Assert.Single(await SampleFiles.ReadTextAsync(lines));

        Assert.Equal(["user: one", "assistant: two", "assistant: four"], item.Told());
        Assert.Equal([("line 3", "a branch that does not lead to the end of the session, as after an edit or a retry; messages in it: 1")], item.LeftOut());
    }

    [Fact]
    public async Task A_session_may_be_as_deep_as_it_likes()
    {
        var turns = Enumerable.Range(1, 20_000).Select(i => Line($"n{i}", $"\"n{i - 1}\"", i % 2 == 0 ? "assistant" : "user", $"turn {i}"));
        var item = Assert.Single(await SampleFiles.ReadTextAsync(string.Concat(turns)));
        Assert.Equal(20_000, item.Transcript!.Messages.Count);
    }

    [Fact]
    public async Task A_session_over_the_limit_is_one_failure()
    {
        var half = new string('x', 34_000_000);
        var item = Assert.Single(await SampleFiles.ReadTextAsync(Line("a", "null", "user", half) + Line("b", "\"a\"", "assistant", half)));
        Assert.Equal("the session is too long: more than 67108864 characters or 1048576 lines", item.Problem);
    }

    [Theory]
    [InlineData("""7""", "line 1 is a number; it must be an object")]
    [InlineData("""{"type":"user","uuid":7}""", "`uuid` of line 1 is a number; it must be text")]
    [InlineData("""{"type":"user","uuid":"x","parentUuid":null}""", "line 1 has no `message`")]
    [InlineData("""{"type":"user","uuid":"x","parentUuid":null,"message":{"content":"hi"}}""", "line 1 has no `role`")]
    public async Task A_line_that_cannot_be_read_is_left_out_with_its_reason(string line, string reason)
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync($"{line}\n{Line("b", "\"x\"", "assistant", "yes")}", format: "claude-code"));

        Assert.Equal(["assistant: yes"], item.Told());
        Assert.Equal([("line 1", reason)], item.LeftOut());
    }

    private static string Line(string id, string parent, string role, string text, string more = "") =>
        $$$"""{"type":"{{{role}}}","uuid":"{{{id}}}","parentUuid":{{{parent}}},"sessionId":"s"{{{more}}},"message":{"role":"{{{role}}}","content":"{{{text}}}"}}""" + "\n";
}
