namespace EvalAwareness.Reading.Tests.Formats.Sessions;

public sealed class OpenClawTests
{
    [Fact]
    public async Task A_session_is_one_conversation_in_which_only_the_models_words_are_its_own()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("openclaw-session.jsonl"));

        Assert.Equal(
        [
            "user (sub_agent): [Subagent Context] You are running as a subagent.\n\n[Subagent Task]\n\nCount the pots.",
            """assistant: I count. | calls t1 exec {"command":"ls pots"}""",
            "tool t1: pot-1 pot-2",
            "assistant (scaffold): I count.",
            "assistant: Two pots.",
            "user (scaffold): [Internal task completion event]",
            "user (scaffold): Two pots were counted.",
            "assistant (scaffold): Delivered: two pots.",
            "assistant: That is all.",
        ], item.Told());
        Assert.Equal(("oc-1", "openclaw", "claude-test-1"), (item.Transcript!.Id, item.Transcript.Origin!.Format, item.Transcript.Origin.Model));
    }

    [Fact]
    public async Task Nothing_of_a_session_is_left_out_unsaid()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("openclaw-session.jsonl"));

        const string branch = "a branch that does not lead to the end of the session, as after an edit or a retry; messages in it: 1";
        Assert.Equal(
        [
            ("line 7", "text that the program put before the model, outside its messages"),
            ("line 15", "line 15 has the unknown role `gardener`; known are system, developer, user, assistant, tool, function"),
            ("line 10", branch),
            ("line 18", branch),
            ("lines of type `weather`", "of no type that is known; there are 1"),
        ], item.LeftOut());
    }

    [Fact]
    public async Task The_same_words_in_answer_to_another_message_are_no_copy()
    {
        var turn = """{"type":"message","id":"IDa","message":{"role":"user","content":"again"}}""" + "\n"
            + """{"type":"message","id":"IDb","message":{"role":"assistant","content":[{"type":"text","text":"yes"}]}}""" + "\n";
        Assert.Equal(["user: again", "assistant: yes", "user: again", "assistant: yes"], Assert.Single(await SampleFiles.ReadTextAsync(turn.Replace("ID", "1") + turn.Replace("ID", "2"))).Told());
    }

    [Fact]
    public async Task Lines_without_links_follow_each_other()
    {
        var lines = """
            {"type":"session","version":1,"id":"old","cwd":"/"}
            {"type":"message","id":"1","message":{"role":"user","content":"hi"}}
            {"type":"message","id":"2","message":{"role":"assistant","content":[{"type":"text","text":"yes"}]}}
            """;
        Assert.Equal(["user: hi", "assistant: yes"], Assert.Single(await SampleFiles.ReadTextAsync(lines)).Told());
    }
}
