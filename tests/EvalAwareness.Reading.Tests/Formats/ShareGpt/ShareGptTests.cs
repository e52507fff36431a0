namespace EvalAwareness.Reading.Tests.Formats.ShareGpt;

public sealed class ShareGptTests
{
    [Fact]
    public async Task Turns_are_read_by_who_they_are_from_with_tool_calls_and_inline_reasoning_apart()
    {
        var item = (await SampleFiles.ReadAsync("sharegpt-tools.json"))[0];

        Assert.Equal(("kitchen", "sharegpt"), (item.Transcript!.Id, item.Transcript.Origin!.Format));
        Assert.Equal(
        [
            "system: You plan meals.",
            "assistant: What shall it be?",
            "user: Soup.",
            """assistant:  | calls  pantry {"shelf": 2}""",
            "tool: leeks",
            "assistant: Leek soup. | thinks Leeks will do.",
        ], item.Told());
    }

    [Fact]
    public async Task Several_calls_may_stand_in_one_turn_and_an_unknown_speaker_is_left_out()
    {
        var item = (await SampleFiles.ReadAsync("sharegpt-tools.json"))[1];

        Assert.Equal(
        [
            "user: And for two?",
            """assistant:  | calls  pantry {} | calls  scale {"by": 2}""",
            "tool: done",
            "assistant: Twice the leeks.",
            "assistant: Half, then.",
        ], item.Told());
        Assert.Equal(
            [("turn 4", "turn 4 is from the unknown `cook`; known are human, user, gpt, assistant, chatgpt, model, system, function_call, observation, tool")],
            item.LeftOut());
    }

    [Fact]
    public async Task Of_a_preference_the_chosen_reply_is_read()
    {
        var items = await SampleFiles.ReadAsync("sharegpt-preference.jsonl");
        Assert.Equal(["user: Name a fruit.", "assistant: A pear."], items[0].Told());
    }

    [Fact]
    public async Task Turns_may_bear_the_chat_formats_names()
    {
        var items = await SampleFiles.ReadAsync("sharegpt-preference.jsonl");
        Assert.Equal(["user: Name a tree.", "assistant: An elm."], items[1].Told());
    }

    [Fact]
    public async Task A_list_of_turns_with_nothing_around_it_is_one_conversation()
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync("""[{"from":"human","value":"hi"},{"from":"gpt","value":"yes"}]"""));
        Assert.Equal(["user: hi", "assistant: yes"], item.Told());
    }

    [Theory]
    [InlineData("""7""", "turn 0 is a number; it must be an object")]
    [InlineData("""{"value":"x"}""", "turn 0 has no `from`")]
    [InlineData("""{"from":"gpt","value":7}""", "`value` of turn 0 is a number; it must be text")]
    [InlineData("""{"from":"function_call","value":"pantry()"}""", "`value` of turn 0 is no JSON of a tool call")]
    [InlineData("""{"from":"function_call","value":"{\"arguments\":{}}"}""", "`value` of turn 0 has no `function`")]
    public async Task A_turn_that_cannot_be_read_is_left_out_with_its_reason(string turn, string reason)
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync($$"""{"conversations":[{{turn}},{"from":"gpt","value":"yes"}]}"""));

        Assert.Equal(["assistant: yes"], item.Told());
        Assert.Equal([("turn 0", reason)], item.LeftOut());
    }
}
