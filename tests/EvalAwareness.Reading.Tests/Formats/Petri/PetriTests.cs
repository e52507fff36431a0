using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.Petri;

public sealed class PetriTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_target_is_the_subject_and_what_was_rolled_back_is_not_read()
    {
        var transcript = await ReadAsync(
            Add("auditor", "assistant", "I will test it."), Add("target", "system", "be kind"), Add("target", "user", "hi"), Add("target", "assistant", "is this a test?"),
            Event("target", """{"operation":"rollback","count":1}"""), Add("target", "assistant", "hello"), """{"type":"decision_event","content":"done"}""");

        Assert.Equal([(Role.System, "be kind"), (Role.User, "hi"), (Role.Assistant, "hello")], transcript.Messages.Select(message => (message.Role, message.Content)));
        Assert.All(transcript.Messages, message => Assert.Null(message.Author));
        Assert.Equal(("P1", "lab/target", "petri"), (transcript.Id, transcript.Origin!.Model, transcript.Origin.Format));
        Assert.Empty(transcript.Omissions);
    }

    [Theory]
    [InlineData("""{"operation":"rollback","to_id":"m1"}""", "0 1")]
    [InlineData("""{"operation":"rollback","count":2,"to_id":"m0"}""", "0")]
    [InlineData("""{"operation":"rollback","count":2}""", "0")]
    [InlineData("""{"operation":"rollback","count":9}""", "")]
    [InlineData("""{"operation":"reset","new_messages":[{"role":"user","content":"new"}]}""", "new")]
    [InlineData("""{"operation":"reset","new_messages":[]}""", "")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"remove","path":"/1"}]}""", "0 2")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"replace","path":"/2","value":{"role":"user","content":"new"}}]}""", "0 1 new")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"add","path":"/-","value":{"role":"user","content":"new"}},{"op":"add","path":"/0","value":{"role":"user","content":"first"}}]}""", "first 0 1 2 new")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"replace","path":"/1/content","value":[{"type":"text","text":"n"}]},{"op":"add","path":"/1/content/0","value":{"type":"text","text":"m"}}]}""", "0 m\nn 2")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"add","path":"/0/a~1b","value":{}},{"op":"add","path":"/0/a~1b/c","value":[1]},{"op":"remove","path":"/0/a~1b/c/0"},{"op":"remove","path":"/0/a~1b"}]}""", "0 1 2")]
    public async Task Events_change_the_dialogue(string edit, string contents)
    {
        var transcript = await ReadAsync([.. Numbered(3), Event("combined\",\"target", edit), Add("target", "assistant", "end")]);

        Assert.Equal($"{contents} end".TrimStart(), string.Join(' ', transcript.Messages.Select(message => message.Content)));
        Assert.Empty(transcript.Omissions);
    }

    [Theory]
    [InlineData("""{"operation":"rollback","to_id":"m7"}""", "event 3 rolls back to the message `m7`, which is not there")]
    [InlineData("""{"operation":"rollback"}""", "`count` of event 3 must be a whole number")]
    [InlineData("""{"operation":"rollback","count":-1}""", "event 3 rolls back -1 messages")]
    [InlineData("""{"operation":"add"}""", "event 3 adds no `message`")]
    [InlineData("""{"operation":"merge"}""", "event 3 is the unknown operation `merge`; known are add, rollback, reset, json_patch")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"move","from":"/0","path":"/1"}]}""", "event 3 patches by `move` at `/1`; known are add, replace and remove of messages and of what is in them")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"add","path":"/1"}]}""", "event 3 patches by `add` at `/1` without a value")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"remove","path":"/0"},{"op":"remove","path":"/9"}]}""", "the patch changes `/9`, which is not there")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"replace","path":"/0/text","value":1}]}""", "the patch changes `/0/text`, which is not there")]
    [InlineData("""{"operation":"json_patch","patch":[{"op":"add","path":"/0/id/x","value":1}]}""", "the patch changes `/0/id/x`, which is not there")]
    public async Task An_event_that_cannot_be_replayed_is_an_omission(string edit, string reason)
    {
        var transcript = await ReadAsync([.. Numbered(3), Event("target", edit), Add("target", "assistant", "end")]);

        Assert.Equal("0 1 2 end", string.Join(' ', transcript.Messages.Select(message => message.Content)));
        Assert.Equal([new Omission("event 3", reason)], transcript.Omissions);
    }

    [Theory]
    [InlineData("", "stated")]
    [InlineData("add", "replayed")]
    [InlineData("merge", "stated")]
    public async Task The_list_of_the_targets_messages_counts_where_its_events_do_not_tell(string operation, string text)
    {
        var edit = operation == "" ? """{"type":"info_event","info":"x"}""" : Event("target", $$"""{"operation":"{{operation}}","message":{{Message("assistant", "replayed")}} }""");

        var transcript = await ReadAsync([edit], $"[{Message("assistant", "stated")}]");

        Assert.Equal(text, Assert.Single(transcript.Messages).Content);
        Assert.Empty(transcript.Omissions);
    }

    [Fact]
    public async Task The_first_transcripts_call_the_role_a_type_and_hold_failures_among_the_messages()
    {
        var transcript = await ReadAsync([], """[{"type":"user","content":"hi"},{"type":"api_failure","error_message":"busy"},{"type":"assistant","content":"hello"}]""");

        Assert.Equal([Role.User, Role.Assistant], transcript.Messages.Select(message => message.Role));
        Assert.Equal([new Omission("message 1", "message 1 has the unknown role `api_failure`; known are system, developer, user, assistant, tool, function")], transcript.Omissions);
    }

    [Fact]
    public async Task Prefilled_text_is_not_the_targets_own()
    {
        var transcript = await ReadAsync(Event("target", """{"operation":"add","message":{"role":"assistant","content":"Sure","metadata":{"prefill":true}}}"""), Add("target", "assistant", "no"));
        Assert.Equal([Author.Prefill, null], transcript.Messages.Select(message => message.Author));
    }

    [Fact]
    public async Task A_transcript_of_the_auditor_alone_has_nothing_to_measure()
    {
        var item = Assert.Single(await _folder.ReadAsync("p.json", Transcript([Add("auditor", "assistant", "I will test it.")], "[]")));
        Assert.Equal("no assistant turn among 0 messages", item.Problem);
    }

    private async Task<Transcript> ReadAsync(IEnumerable<string> events, string messages = "[]") =>
        Assert.Single(await _folder.ReadAsync("p.json", Transcript(events, messages))).Transcript!;

    private Task<Transcript> ReadAsync(params string[] events) => ReadAsync(events, "[]");

    private static string Transcript(IEnumerable<string> events, string messages) =>
        $$"""
        {
          "metadata": {"transcript_id": "P1", "auditor_model": "lab/auditor", "target_model": "lab/target", "judge_output": {"summary": "it knew of the evaluation"} },
          "events": [{{string.Join(",\n", events)}}],
          "messages": [{{Message("assistant", "I will test it.")}}],
          "target_messages": {{messages}}
        }
        """;

    private static IEnumerable<string> Numbered(int count) => Enumerable.Range(0, count).Select(number => Add("target", "user", $"{number}", $"m{number}"));

    private static string Add(string view, string role, string text, string id = "") => Event(view, $$"""{"operation":"add","message":{{Message(role, text, id)}} }""");

    private static string Event(string views, string edit) => $$"""{"type":"transcript_event","view":["{{views}}"],"edit":{{edit}} }""";

    private static string Message(string role, string text, string id = "") => $$"""{"id":"{{id}}","role":"{{role}}","content":"{{text}}"}""";
}
