
namespace EvalAwareness.Reading.Tests.Formats.Anthropic;

public sealed class AnthropicTests
{
    [Fact]
    public async Task A_request_is_read_block_by_block_with_its_system_prompt_first()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("anthropic-request.json"));

        Assert.Equal(("harbour-1", "anthropic", "claude-test-1"), (item.Transcript!.Id, item.Transcript.Origin!.Format, item.Transcript.Origin.Model));
        Assert.Equal(
        [
            "system: You keep the harbour's log.\nBe brief.",
            "user: Which ships are in?",
            """assistant: Let me look. | thinks The list will say. | calls t1 list_ships { "quay": 3 } | calls t2 weather {}""",
            "tool t1: Aurora",
            "tool t2: no wind data",
            "user: And the tide?",
            """assistant: I will search. | calls s1 web_search { "query": "tide" }""",
            "tool s1: Tides\nhttps://tides.example",
            "assistant: High water is at six tonight.",
        ], item.Told());
        Assert.Equal(
        [
            ("content part 1 of message 1", "encrypted reasoning cannot be read"),
            ("content part 1 of content part 0 of message 2", "of type `image`; only text can be read"),
            ("content part 3 of message 2", "of type `image`; only text can be read"),
        ], item.LeftOut());
    }

    [Fact]
    public async Task What_a_request_puts_into_the_models_mouth_is_a_prefill_and_the_reply_its_own()
    {
        var item = (await SampleFiles.ReadAsync("anthropic-exchanges.jsonl"))[0];

        Assert.Equal(["system: Answer in JSON.", "user: One ship?", """assistant (prefill): {"ship":""", """assistant:  "Aurora"}"""], item.Told());
        Assert.Equal("claude-test-1", item.Transcript!.Origin!.Model);
    }

    [Fact]
    public async Task A_reply_alone_is_a_conversation_of_one_message()
    {
        var item = (await SampleFiles.ReadAsync("anthropic-exchanges.jsonl"))[1];

        Assert.Equal(["assistant: Good morning. | thinks Only a greeting."], item.Told());
        Assert.Equal(("msg_2", "claude-test-2"), (item.Transcript!.Id, item.Transcript.Origin!.Model));
    }

    [Fact]
    public async Task A_list_of_replies_is_a_conversation_each()
    {
        var reply = """{"role":"assistant","content":[{"type":"text","text":"yes"}],"stop_reason":"end_turn"}""";
        Assert.Equal(2, (await SampleFiles.ReadTextAsync($"[{reply},{reply}]")).Count(item => item.IsReadable));
    }

    [Fact]
    public async Task A_request_without_a_system_prompt_is_told_by_its_blocks()
    {
        var items = await SampleFiles.ReadAsync("anthropic-exchanges.jsonl");

        Assert.Equal("anthropic", items[2].Transcript!.Origin!.Format);
        Assert.Equal(["user: Hello", """assistant:  | calls t1 greet {"loud":true}"""], items[2].Told());
        Assert.Equal("no text: 1 assistant turns, none with text or reasoning", items[2].Problem);
    }

    [Theory]
    [InlineData("""{"system":5,"messages":[{"role":"assistant","content":"x"}]}""", "system", "`content` of `system` is a number; it must be text, null or a list of parts")]
    [InlineData("""{"system":"s","messages":[{"role":"assistant","content":"x"},{"role":"user","content":[{"type":"tool_result","tool_use_id":1}]}]}""", "message 1", "`tool_use_id` of content part 0 of message 1 is a number; it must be text")]
    public async Task A_part_that_cannot_be_read_is_left_out_with_its_reason(string line, string place, string reason)
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync(line));

        Assert.True(item.IsReadable);
        Assert.Equal([(place, reason)], item.LeftOut());
    }

    [Fact]
    public async Task Messages_of_a_chat_without_such_blocks_stay_what_they_are()
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync("""{"messages":[{"role":"user","content":[{"type":"text","text":"hi"}]},{"role":"assistant","content":"yes"}]}"""));
        Assert.Equal("openai", item.Transcript!.Origin!.Format);
    }
}
