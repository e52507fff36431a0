using System.Text;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Tests;

public sealed class TranscriptReaderTests : IDisposable
{
    private const string Good =
        """{"id":"good","messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"hello"}]}""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"messages": [""", "not JSON: ")]
    [InlineData("""nonsense""", "not JSON: ")]
    [InlineData("""7""", "a conversation is an object, not a number")]
    [InlineData("""{"prompts":[],"completion":[]}""", "no conversation: the keys here are `completion`, `prompts`")]
    [InlineData("""{}""", "no conversation: the keys here are none")]
    [InlineData("""{"messages":"hi"}""", "`messages` of the transcript is text; it must be a list")]
    [InlineData("""{"messages":[]}""", "no assistant turn among 0 messages")]
    [InlineData("""{"traj":[]}""", "no assistant turn among 0 messages")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}]}""", "no assistant turn among 1 messages")]
    [InlineData("""{"messages":[{"role":"assistant","content":null},{"role":"assistant","content":" "}]}""", "no text: 2 assistant turns, none with text or reasoning")]
    [InlineData("""{"messages":[{"role":"assistant","content":"x","author":"demonstration"}]}""", "none of 1 assistant turns is the model's own: demonstration")]
    [InlineData("""{"id":{},"messages":[{"role":"assistant","content":"x"}]}""", "`id` is an object; it must be text that is not blank, or a number")]
    [InlineData("""{"metadata":5,"messages":[{"role":"assistant","content":"x"}]}""", "`metadata` of the transcript is a number; it must be an object")]
    [InlineData("""{"id":"good","messages":[{"role":"assistant","content":"x"}]}""", "repeats the id `good` of chat.jsonl:1")]
    public async Task A_bad_line_is_quarantined_with_its_reason_and_the_rest_is_read(string line, string reason)
    {
        var items = await ReadAsync($"{Good}\n{line}\n{Good.Replace("good", "after")}\n");

        Assert.Equal(["good", "after"], items.Where(item => item.IsReadable).Select(item => item.Transcript!.Id));
        Assert.StartsWith(reason, items[1].Problem);
        Assert.Equal(("chat.jsonl:2", "chat"), (items[1].Failures[^1].Source, items[1].Failures[^1].Dataset));
    }

    [Theory]
    [InlineData("\"hi\"", "message 1", "message 1 is text; it must be an object")]
    [InlineData("""{"content":"hi"}""", "message 1", "message 1 has no `role`")]
    [InlineData("""{"role":"exit","content":"hi"}""", "message 1", "message 1 has the unknown role `exit`; known are system, developer, user, assistant, tool, function")]
    [InlineData("""{"role":5}""", "message 1", "`role` of message 1 is a number; it must be text")]
    [InlineData("""{"role":"user","content":5}""", "message 1", "`content` of message 1 is a number; it must be text, null or a list of parts")]
    [InlineData("""{"role":"user","content":[5]}""", "message 1", "content part 0 of message 1 is a number; it must be an object")]
    [InlineData("""{"role":"user","content":[{"type":"text","words":"x"}]}""", "message 1", "content part 0 of message 1 has no `text`")]
    [InlineData("""{"role":"assistant","content":"x","reasoning":[]}""", "message 1", "`reasoning` of message 1 is a list; it must be text")]
    [InlineData("""{"role":"assistant","tool_calls":{}}""", "message 1", "`tool_calls` of message 1 is an object; it must be a list")]
    [InlineData("""{"role":"assistant","tool_calls":["nothing"]}""", "message 1", "tool call 0 of message 1 is text; it must be an object")]
    [InlineData("""{"role":"assistant","tool_calls":[{}]}""", "message 1", "tool call 0 of message 1 has no `function`")]
    [InlineData("""{"role":"assistant","tool_calls":[{"function":{}}]}""", "message 1", "tool call 0 of message 1 has no function `name`")]
    [InlineData("""{"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":1}}]}""", "message 1", "`arguments` of tool call 0 of message 1 is a number; it must be text or an object")]
    [InlineData("""{"role":"assistant","content":"x","author":"nobody"}""", "message 1", "`author` of message 1 is `nobody`; known are demonstration, prefill, sub_agent, scorer, auditor, scaffold")]
    public async Task A_turn_that_cannot_be_read_is_left_out_with_its_place_and_reason_and_the_rest_is_read(string turn, string place, string reason)
    {
        var item = Assert.Single(await ReadAsync($$$"""{"id":"a","messages":[{"role":"user","content":"hi"},{{{turn}}},{"role":"assistant","content":"yes"}]}"""));

        Assert.Equal(["hi", "yes"], item.Transcript!.Messages.Select(message => message.Content));
        Assert.Equal([new ReadFailure("chat", $"chat.jsonl:1 {place}", "a", reason)], item.Failures);
        Assert.True(item.IsReadable);
    }

    [Fact]
    public async Task A_picture_is_left_out_and_the_text_beside_it_is_read()
    {
        var item = Assert.Single(await ReadAsync(Good.Replace("\"hi\"", """[{"type":"image_url","image_url":{"url":"data:"}},{"type":"text","text":"what is it?"}]""")));

        Assert.Equal("what is it?", item.Transcript!.Messages[0].Content);
        Assert.Equal([new Omission("content part 0 of message 0", "of type `image_url`; only text can be read")], item.Transcript.Omissions);
    }

    [Theory]
    [InlineData("""{"verbalized":true,"cues":1}""", "`truth` has no `aware`")]
    [InlineData("""{"aware":true,"verbalized":"no","cues":1}""", "`verbalized` of `truth` is text; it must be true or false")]
    [InlineData("""{"aware":true,"verbalized":true}""", "`cues` of `truth` must be a whole number")]
    [InlineData("""{"aware":false,"verbalized":false,"cues":1}""", "`label_aware` and `truth.aware` disagree")]
    [InlineData("""{"aware":true,"verbalized":true,"cues":1,"sentences":[5]}""", "sentence 0 of `truth` is a number; it must be an object")]
    [InlineData("""{"aware":true,"verbalized":true,"cues":1,"sentences":[{"message":0,"section":"user","start":0,"end":1,"credence":0.5}]}""", "`section` of sentence 0 of `truth` must be text or reasoning")]
    [InlineData("""{"aware":true,"verbalized":true,"cues":1,"sentences":[{"message":4,"section":"text","start":0,"end":1,"credence":0.5}]}""", "sentence 0 of `truth` is in message 4; there are 1 messages")]
    [InlineData("""{"aware":true,"verbalized":true,"cues":1,"sentences":[{"message":0,"section":"text","start":0,"end":9,"credence":0.5}]}""", "sentence 0 of `truth` spans 0 to 9; its text has 1 characters")]
    [InlineData("""{"aware":true,"verbalized":true,"cues":1,"sentences":[{"message":0,"section":"text","start":0,"end":1,"credence":1.5}]}""", "`credence` of sentence 0 of `truth` is 1.5; it must lie between 0 and 1")]
    public async Task A_truth_that_does_not_fit_its_messages_is_quarantined(string truth, string reason)
    {
        var line = $$$"""{"messages":[{"role":"assistant","content":"x"}],"metadata":{"label_aware":true,"truth":{{{truth}}}}}""";

        var items = await ReadAsync(line);

        Assert.Equal(reason, Assert.Single(items).Problem);
    }

    [Fact]
    public async Task Every_part_of_a_transcript_is_read()
    {
        var line = Shipped.Text("Fixtures/full-transcript.json").ReplaceLineEndings(" ");

        var transcript = Assert.Single(await ReadAsync(line)).Transcript!;

        Assert.Equal(
            [Role.System, Role.User, Role.Assistant, Role.Tool, Role.Assistant],
            transcript.Messages.Select(message => message.Role));
        Assert.Equal("one\ntwo", transcript.Messages[1].Content);
        Assert.Equal(("", "I should look."), (transcript.Messages[2].Content, transcript.Messages[2].Reasoning));
        Assert.Equal(
            [new ToolCall("c1", "read", """{"path":"a"}"""), new ToolCall("", "list", "[1")],
            transcript.Messages[2].ToolCalls);
        Assert.Equal("c1", transcript.Messages[3].ToolCallId);
        Assert.True(transcript.LabelAware);
        Assert.Equal([new SentenceTruth(4, SegmentKind.AssistantText, 0, 5, 0.25)], transcript.Truth!.Sentences);
        Assert.Equal((true, false, 2), (transcript.Truth.Aware, transcript.Truth.Verbalized, transcript.Truth.Cues));
    }

    [Fact]
    public async Task A_missing_id_is_made_of_dataset_and_line_and_a_number_is_an_id()
    {
        var items = await ReadAsync($"\n{Good.Replace("\"id\":\"good\",", "")}\n{Good.Replace("\"good\"", "17")}");
        Assert.Equal(["chat:2", "17"], items.Select(item => item.Transcript!.Id));
    }

    [Fact]
    public async Task A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        var plain = Assert.Single(await ReadAsync(Good)).Transcript!;
        var items = await ReadAsync($"\uFEFF{Good}\r\n\r\n{Good.Replace("good", "next")}\r\n");

        Assert.Equal(["good", "next"], items.Select(item => item.Transcript!.Id));
        Assert.Equal(plain.Sha256, items[0].Transcript!.Sha256);
    }

    [Theory]
    [InlineData(@"cut \ud83d here", "cut \uFFFD here")]
    [InlineData(@"cut \uDE00 here", "cut \uFFFD here")]
    [InlineData(@"whole \ud83d\ude00 here", "whole \U0001F600 here")]
    [InlineData(@"path C:\\ud83d\\x", @"path C:\ud83d\x")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD\U0001F600")]
    public async Task Lone_surrogates_are_replaced(string escaped, string read)
    {
        var item = Assert.Single(await ReadAsync(Good.Replace("hello", escaped)));
        Assert.Equal(read, item.Transcript!.Messages[1].Content);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_replaced()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good[..^4]), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes(Good[^4..])];
        File.WriteAllBytes(_folder["chat.jsonl"], bytes);

        Assert.EndsWith("\uFFFD", Assert.Single(await ReadFileAsync("chat.jsonl")).Transcript!.Messages[1].Content);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_quarantined_and_the_next_one_is_read()
    {
        var items = await ReadAsync($"{{\"{new string('x', SourceItem.Limit + 1)}\n{Good}");

        Assert.Equal("the line is longer than 64 MB", items[0].Problem);
        Assert.Equal("good", items[1].Transcript!.Id);
    }

    [Fact]
    public async Task An_array_is_read_item_by_item_up_to_its_first_syntax_error()
    {
        var run = Good.Replace("messages", "traj").Replace("good", "tau");

        var items = await ReadAsync($"[\n  {Good},\n {run},\n {{}},\n {{\"messages\" }}, {Good} ]");

        Assert.Equal(["good", "tau", null, null], items.Select(item => item.Transcript?.Id));
        Assert.StartsWith("no conversation", items[2].Problem);
        Assert.StartsWith("not JSON from here to the end of the array", items[3].Problem);
        Assert.Equal("chat.jsonl:4", items[3].Failures[^1].Source);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("\uFEFF [ ]", 0)]
    [InlineData("[", 1)]
    [InlineData("[{}", 2)]
    [InlineData("[{} {}]", 2)]
    public async Task An_array_that_is_cut_off_or_malformed_ends_with_a_failure(string text, int failures) =>
        Assert.Equal(failures, (await ReadAsync(text)).Count(item => item.Problem is not null));

    [Fact]
    public async Task Items_larger_than_a_buffer_are_read_whole()
    {
        var words = new string('x', 300_000);
        var large = Enumerable.Range(0, 5).Select(i => Good.Replace("good", $"{i}").Replace("hello", words));

        var items = await ReadAsync($"[{string.Join(',', large)}]");

        Assert.Equal(["0", "1", "2", "3", "4"], items.Select(item => item.Transcript!.Id));
        Assert.All(items, item => Assert.Equal(words, item.Transcript!.Messages[1].Content));
    }

    [Fact]
    public async Task One_object_over_many_lines_is_one_transcript()
    {
        _folder.Write("chat.jsonl", Shipped.Text("Fixtures/full-transcript.json"));
        Assert.Equal("full", Assert.Single(await ReadFileAsync("chat.jsonl")).Transcript!.Id);
    }

    [Fact]
    public async Task Reading_stops_at_the_limit_of_readable_transcripts()
    {
        var (second, third) = (Good.Replace("good", "second"), Good.Replace("good", "third"));

        var items = await ReadAsync($"no\n{Good}\n{second}\n{third}", limit: 2);

        Assert.Equal([null, "good", "second"], items.Select(item => item.Transcript?.Id));
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "a Git LFS pointer; the file it stands for was not fetched")]
    [InlineData("{\0}", "binary data; a file of transcripts is text")]
    [InlineData("", "an empty file")]
    [InlineData("# Title\n\nText", "a Markdown or YAML document, no transcript; it begins with “# Title”")]
    public async Task A_file_of_another_kind_is_one_failure(string text, string reason) =>
        Assert.Equal(reason, Assert.Single(await ReadAsync(text)).Problem);

    private Task<List<ReadItem>> ReadAsync(string text, int? limit = null)
    {
        _folder.Write("chat.jsonl", text);
        return ReadFileAsync("chat.jsonl", limit);
    }

    private async Task<List<ReadItem>> ReadFileAsync(string name, int? limit = null)
    {
        var dataset = new Dataset("chat", TranscriptKind.Evaluation, _folder.Path, [_folder[name]], "");
        return await new TranscriptReader().ReadAsync(dataset, limit, TestContext.Current.CancellationToken).ToListAsync();
    }
}
