namespace EvalAwareness.Reading.Tests.Formats.OpenAi;

public sealed class ExchangeTests
{
    [Fact]
    public async Task An_instruction_is_read_with_its_input_its_system_prompt_and_earlier_rounds()
    {
        var items = await SampleFiles.ReadAsync("exchange-instructions.json");

        Assert.Equal(["system: You know French.", "user: Translate water.", "assistant: eau", "user: Translate.\nbread", "assistant: pain"], items[0].Told());
        Assert.Equal([("round 1", "round 1 is text; it must be a list of two texts, question and answer")], items[0].LeftOut());
        Assert.Equal(["user: Count to two.", "assistant: one, two"], items[1].Told());
    }

    [Fact]
    public async Task A_prompt_and_a_response_are_one_exchange_with_reasoning_beside_or_within_the_answer()
    {
        var items = await SampleFiles.ReadAsync("exchange-responses.jsonl");

        Assert.Equal(["user: Is it raining?", "assistant: I cannot see. | thinks No window here."], items[0].Told());
        Assert.Equal(("r1", "m1", "exchange"), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.Model, items[0].Transcript!.Origin!.Format));
        Assert.Equal(["user: Again?", "assistant: Still no. | thinks look outside first"], items[1].Told());
    }

    [Fact]
    public async Task Of_a_preference_that_leads_up_to_two_replies_the_chosen_one_is_read()
    {
        var items = await SampleFiles.ReadAsync("exchange-responses.jsonl");
        Assert.Equal(["system: Be kind.", "user: Hi", "assistant: Hello!"], items[2].Told());
    }

    [Fact]
    public async Task Of_two_whole_dialogues_the_chosen_one_is_read_once()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("preference-chosen.jsonl"));
        Assert.Equal(["user: Name a bird.", "assistant: A heron."], item.Told());
    }

    [Fact]
    public async Task Inline_reasoning_of_a_completion_is_not_its_visible_text()
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync("""{"prompt":"Hi","completion":"greet back\u003c/think>Hello"}"""));
        Assert.Equal(["user: Hi", "assistant: Hello | thinks greet back"], item.Told());
    }

    [Fact]
    public async Task A_datasets_sample_may_hold_a_whole_dialogue_as_its_input()
    {
        var item = Assert.Single(await SampleFiles.ReadAsync("needham-dataset.json"));

        Assert.Equal(["system: ", "user: Tidy the folder.", "assistant: Done."], item.Told());
        Assert.Equal(("agentic:1", "needham"), (item.Transcript!.Id, item.Transcript.Origin!.Format));
    }

    [Theory]
    [InlineData("""{"prompt":"x","response":5}""", "no conversation: the keys here are `prompt`, `response`")]
    [InlineData("""{"question":"x","answer":"the reference"}""", "no conversation: the keys here are `answer`, `question`")]
    [InlineData("""{"input":["a","b"]}""", "no conversation: the keys here are `input`")]
    [InlineData("""{"system":5,"prompt":"x","response":"y"}""", "`system` of the transcript is a number; it must be text")]
    public async Task What_is_no_exchange_is_refused_with_the_reason(string line, string reason) =>
        Assert.Equal(reason, Assert.Single(await SampleFiles.ReadTextAsync(line)).Problem);
}
