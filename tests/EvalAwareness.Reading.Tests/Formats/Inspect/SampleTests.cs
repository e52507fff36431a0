using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.Inspect;

public sealed class SampleTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Roles_text_calls_and_answers_are_read()
    {
        var transcript = await ReadAsync(
            """
            {"role":"system","content":"be brief"},
            {"role":"user","source":"input","content":"what is in a?","tool_call_id":["c0"]},
            {"role":"assistant","source":"generate","content":"","tool_calls":[{"id":"c1","function":"read","arguments":{"path":"a"},"type":"function","parse_error":null}]},
            {"role":"tool","content":"it says b","tool_call_id":"c1","function":"read"},
            {"role":"tool","content":"","tool_call_id":"c2","function":"read","error":{"type":"timeout","message":"took too long"}},
            {"role":"assistant","source":"generate","content":[{"type":"text","text":"b"},{"type":"text","text":"no more","refusal":true}]}
            """);

        Assert.Equal([Role.System, Role.User, Role.Assistant, Role.Tool, Role.Tool, Role.Assistant], transcript.Messages.Select(message => message.Role));
        Assert.Equal(["be brief", "what is in a?", "", "it says b", "took too long", "b\nno more"], transcript.Messages.Select(message => message.Content));
        Assert.Equal([new ToolCall("c1", "read", """{"path":"a"}""")], transcript.Messages[2].ToolCalls);
        Assert.Equal(["c1", "c2"], transcript.Messages.Where(message => message.Role == Role.Tool).Select(message => message.ToolCallId));
        Assert.Empty(transcript.Omissions);
    }

    [Theory]
    [InlineData("""[{"type":"reasoning","reasoning":"hm","signature":"x"},{"type":"text","text":"a"}]""", "hm", "a")]
    [InlineData("""[{"type":"reasoning","reasoning":"","signature":"x"},{"type":"text","text":"a"}]""", "", "a")]
    [InlineData("""[{"type":"reasoning","reasoning":"c2VjcmV0","redacted":true,"summary":"about b"},{"type":"text","text":"a"}]""", "about b", "a")]
    [InlineData("""[{"type":"reasoning","reasoning":"c2VjcmV0","redacted":true},{"type":"text","text":"a"}]""", "", "a")]
    [InlineData(""" "<think>hm</think>a" """, "hm", "a")]
    [InlineData(""" "a","reasoning":"hm" """, "hm", "a")]
    public async Task Reasoning_is_read_where_it_can_be_and_ciphertext_never(string content, string reasoning, string text)
    {
        var transcript = await ReadAsync($$"""{"role":"assistant","content":{{content}}}""");
        Assert.Equal((reasoning, text), (transcript.Messages[0].Reasoning, transcript.Messages[0].Content));
    }

    [Fact]
    public async Task What_a_server_side_tool_answered_follows_its_call()
    {
        var transcript = await ReadAsync(
            """{"role":"assistant","content":[{"type":"tool_use","tool_type":"web_search","id":"s1","name":"web_search","arguments":"{\"q\":1}","result":"found"},{"type":"text","text":"so"}]}""");

        Assert.Equal([new ToolCall("s1", "web_search", """{"q":1}""")], transcript.Messages[0].ToolCalls);
        Assert.Equal((Role.Tool, "found", "s1"), (transcript.Messages[1].Role, transcript.Messages[1].Content, transcript.Messages[1].ToolCallId));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("document")]
    [InlineData("data")]
    public async Task What_is_no_text_is_an_omission(string type)
    {
        var transcript = await ReadAsync($$"""{"role":"user","content":[{"type":"{{type}}","{{type}}":"attachment://{{Hash}}"},{"type":"text","text":"look"}]}""", $$""","attachments":{"{{Hash}}":"data:image/png;base64,AA"}""");

        Assert.Equal("look", transcript.Messages[0].Content);
        Assert.Equal([new Omission("content part 0 of message 0", $"of type `{type}`; only text can be read")], transcript.Omissions);
    }

    [Theory]
    [InlineData("""  "source":"generate" """, null)]
    [InlineData("""  "source":null """, null)]
    [InlineData("""  "source":"input" """, Author.Prefill)]
    [InlineData("""  "source":"operator" """, Author.Prefill)]
    [InlineData("""  "source":"generate","metadata":{"prefill":true} """, Author.Prefill)]
    [InlineData("""  "metadata":{"prefill":false} """, null)]
    public async Task Words_put_into_the_models_mouth_are_not_its_own(string members, Author? author)
    {
        var transcript = await ReadAsync($$"""{"role":"user","source":"input","content":"q"},{"role":"assistant","content":"a",{{members}}}""");
        Assert.Equal([null, author], transcript.Messages.Select(message => message.Author));
    }

    [Fact]
    public async Task Where_an_auditor_led_the_dialogue_the_assistant_turns_are_the_auditors()
    {
        var log = Logs.Json(Logs.Sample(1, Logs.Dialogue("a"))).Replace("\"model\":\"lab/m-1\"", """ "model":"none","model_roles":{"auditor":{"model":"x"},"target":{"model":"y"}} """);

        var item = Assert.Single(await _folder.ReadAsync("log.json", log));

        Assert.Equal("none of 1 assistant turns is the model's own: auditor", item.Problem);
    }

    [Fact]
    public async Task Attachments_stand_where_they_are_named()
    {
        var transcript = await ReadAsync(
            $$"""
            {"role":"user","content":"attachment://{{Hash}}"},
            {"role":"assistant","content":[{"type":"reasoning","reasoning":"attachment://{{Hash}}"},{"type":"text","text":"see attachment://{{Hash}}"}],
             "tool_calls":[{"id":"c","function":"f","arguments":{"a":["attachment://{{Hash}}"]} }] }
            """,
            $$""","attachments":{"{{Hash}}":"an \"é\"","ffffffffffffffffffffffffffffffff":"of an event"}""");

        Assert.Equal("an \"é\"", transcript.Messages[0].Content);
        Assert.Equal(("an \"é\"", $"see attachment://{Hash}"), (transcript.Messages[1].Reasoning, transcript.Messages[1].Content));
        Assert.Equal("""{"a":["an \"é\""]}""", transcript.Messages[1].ToolCalls[0].Arguments);
    }

    [Theory]
    [InlineData("{}", "which the sample does not hold")]
    [InlineData("""{"0123456789abcdef0123456789abcdef":"data:text/plain;base64,AA"}""", "where text is expected; it is a file")]
    public async Task A_turn_whose_attachment_cannot_be_had_is_left_out(string attachments, string reason)
    {
        var transcript = await ReadAsync($$"""{"role":"user","content":"attachment://{{Hash}}"},{{Logs.Assistant("a")}}""", $",\"attachments\":{attachments}");

        Assert.Equal(["a"], transcript.Messages.Select(message => message.Content));
        Assert.Contains(reason, Assert.Single(transcript.Omissions).Reason);
    }

    [Theory]
    [InlineData("message_refs", "message_pool")]
    [InlineData("input_refs", "events_data")]
    public async Task Pooled_messages_are_found_by_ranges_whose_end_is_not_included(string refs, string pool)
    {
        var messages = $"[{Logs.User("0")},{Logs.User("1")},{Logs.Assistant("2")},{Logs.User("3")},{Logs.Assistant("4")}]";

        var transcript = await ReadAsync("", $$""","{{refs}}":[[0,1],[2,4],[4,7]],"{{pool}}":{{(pool == "events_data" ? $$"""{"calls":[{"a":1}],"messages":{{messages}}}""" : messages)}}""");

        Assert.Equal(["0", "2", "3", "4"], transcript.Messages.Select(message => message.Content));
        Assert.Equal([new Omission("messages 5 to 6 of the pool", "the pool holds 5")], transcript.Omissions);
    }

    [Theory]
    [InlineData("[[0]]")]
    [InlineData("[[2,1]]")]
    [InlineData("[[-1,1]]")]
    [InlineData("[0]")]
    public async Task Ranges_that_are_none_are_the_samples_problem(string refs)
    {
        var items = await ItemsAsync("", $$""","message_refs":{{refs}},"message_pool":[]""");
        Assert.Contains("that is not a start and an end", Assert.Single(items).Problem);
    }

    [Fact]
    public async Task Ranges_do_not_multiply_a_pool_without_end()
    {
        var refs = string.Join(',', Enumerable.Repeat("[0,1000]", 1_001));
        var pool = string.Join(',', Enumerable.Repeat("0", 1_000));

        var items = await ItemsAsync("", $$""","message_refs":[{{refs}}],"message_pool":[{{pool}}]""");

        Assert.Equal("more than 1000000 messages are taken from a pool of 1000", Assert.Single(items).Problem);
    }

    [Fact]
    public async Task A_sample_whose_calls_stand_in_events_only_says_so()
    {
        var items = await ItemsAsync("", ""","events":[{"event":"model","output":{}},{"event":"info"},5,{"event":"model"}]""");
        Assert.Equal("the sample has no messages; the 2 model calls in its events are not read: they mix the model's with those of scorers and sub-agents", Assert.Single(items).Problem);
    }

    [Fact]
    public async Task Calls_of_scorers_error_and_limit_change_nothing()
    {
        var transcript = await ReadAsync(Logs.Dialogue("a"), ""","error":{"message":"boom"},"limit":{"type":"token"},"events":[{"event":"model","output":{"choices":[{"message":{"role":"assistant","content":"GRADE: C"}}]}}]""");
        Assert.Equal(["q", "a"], transcript.Messages.Select(message => message.Content));
    }

    [Theory]
    [InlineData("5", "message 0 is a number; it must be an object")]
    [InlineData("""{"content":"x"}""", "message 0 has no `role`")]
    [InlineData("""{"role":"critic","content":"x"}""", "message 0 has the unknown role `critic`; known are system, developer, user, assistant, tool, function")]
    [InlineData("""{"role":"tool","content":"x","tool_call_id":["a"]}""", "`tool_call_id` of message 0 is a list; it must be text")]
    public async Task A_turn_that_cannot_be_read_is_left_out(string turn, string reason)
    {
        var transcript = await ReadAsync($"{turn},{Logs.Assistant("a")}");

        Assert.Equal(["a"], transcript.Messages.Select(message => message.Content));
        Assert.Equal([new Omission("message 0", reason)], transcript.Omissions);
    }

    private async Task<Transcript> ReadAsync(string messages, string more = "") => Assert.Single(await ItemsAsync(messages, more)).Transcript!;

    private Task<List<ReadItem>> ItemsAsync(string messages, string more) => _folder.ReadAsync("log.json", Logs.Json(Logs.Sample(1, messages, more)));
}
