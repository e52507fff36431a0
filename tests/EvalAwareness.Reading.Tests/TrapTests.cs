using System.Text.Json;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests;

/// <summary>What real files have in them that a reader gets wrong at first.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("""I weigh it.\n</think>\n\nYes.""", "I weigh it.", "Yes.")]
    [InlineData("""I weigh it.\n\u003c/think\u003e\n\nYes.""", "I weigh it.", "Yes.")]
    [InlineData("""I weigh it.\n\u003c/think>Yes.""", "I weigh it.", "Yes.")]
    [InlineData("""<think>\nI weigh it.\n</think>Yes.""", "I weigh it.", "Yes.")]
    [InlineData("""</think>Yes.""", "", "Yes.")]
    [InlineData("""<think>never closed""", "", "<think>never closed")]
    [InlineData("""Write <think> and </think> around it.""", "", "Write <think> and </think> around it.")]
    public async Task Reasoning_ends_at_its_closing_tag_also_where_the_opening_one_is_missing_or_the_tag_is_escaped(string content, string reasoning, string text)
    {
        var transcript = await SampleReading.OneOfTextAsync($$$"""{"messages":[{"role":"assistant","content":"{{{content}}}"}]}""");

        var message = Assert.Single(transcript.Messages);
        Assert.Equal((reasoning, text), (message.Reasoning, message.Content));
    }

    [Theory]
    [InlineData("""{"role":"assistant","content":"<think>so</think>yes","reasoning_content":"so"}""", "so", "yes")]
    [InlineData("""{"role":"assistant","content":"<think>tags</think>yes","reasoning_content":"so"}""", "so", "<think>tags</think>yes")]
    [InlineData("""{"role":"assistant","content":"yes","reasoning_content":"so","thinking_blocks":[{"type":"thinking","thinking":"so"}]}""", "so", "yes")]
    [InlineData("""{"role":"assistant","content":"yes","thinking_blocks":[{"type":"thinking","thinking":"so"}]}""", "so", "yes")]
    [InlineData("""{"role":"user","content":"so</think>yes"}""", "", "so</think>yes")]
    public async Task Reasoning_that_a_source_gives_twice_is_read_once(string message, string reasoning, string text)
    {
        var read = (await SampleReading.OneOfTextAsync($$$"""{"messages":[{{{message}}}]}""")).Messages[0];
        Assert.Equal((reasoning, text), (read.Reasoning, read.Content));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\n\"")]
    [InlineData("[]")]
    public async Task A_turn_without_text_is_counted_apart_and_is_no_text(string content)
    {
        var item = Assert.Single(await SampleReading.ReadTextAsync(
            $$$"""{"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":{{{content}}}}]}"""));

        Assert.Equal("no text: 1 assistant turns, none with text or reasoning", item.Problem);
        Assert.Equal(1, TranscriptCounts.Of(item.Transcript!).TurnsWithoutText);
    }

    [Fact]
    public async Task Turns_in_a_row_stay_turns_at_their_places()
    {
        var transcript = await SampleReading.OneOfTextAsync(
            """{"messages":[{"role":"assistant","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"},{"role":"user","content":"d"},{"role":"assistant","content":"e"}]}""");
        Assert.Equal(["assistant: a", "assistant: b", "user: c", "user: d", "assistant: e"], SampleReading.Told(transcript));
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:16cb76723cab051c4cdb9c764be6cc620b838f0a83fc34c4a39b3c5e6ab48530\nsize 1866001\n", "a Git LFS pointer; the file it stands for was not fetched")]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "a git object id alone, as a `.REMOVED.git-id` stub holds it; the file it stands for was taken out of its repository")]
    [InlineData("1234567890123456789012345678901234567890\n", "a git object id alone, as a `.REMOVED.git-id` stub holds it; the file it stands for was taken out of its repository")]
    [InlineData("<email>\nFrom: ${sender}\nSubject: {subject}\n</email>", "text with slots such as ${sender}, like a prompt template, no transcript; it begins with “<email>”")]
    [InlineData("# Variables\n\n```json\n{}\n```", "a Markdown or YAML document, no transcript; it begins with “# Variables”")]
    [InlineData("<email>\nFrom: somebody\n</email>", "a document of tags, such as HTML or XML, no transcript; it begins with “<email>”")]
    [InlineData("\\documentclass{article}\n\\begin{document}", "plain text, no transcript; it begins with “\\documentclass{article}”")]
    public async Task A_file_that_stands_for_another_or_is_no_transcript_says_what_it_looks_like(string text, string reason) =>
        Assert.Equal(reason, Assert.Single(await SampleReading.ReadTextAsync(text)).Problem);

    [Fact]
    public async Task A_cut_off_last_line_loses_only_itself()
    {
        const string Line = """{"messages":[{"role":"assistant","content":"yes"}]}""";

        var items = await SampleReading.ReadTextAsync($"{Line}\n{Line}\n{Line[..^9]}");

        Assert.Equal([true, true, false], items.Select(item => item.IsReadable));
        Assert.StartsWith("not JSON: ", items[2].Problem);
    }

    [Fact]
    public async Task Long_turns_and_longer_lines_are_read_whole()
    {
        var words = string.Concat(Enumerable.Repeat("wörter\r\n", 30_000));
        var line = JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = words } } });

        var items = await SampleReading.ReadTextAsync($"{line}\n{line}");

        Assert.True(line.Length > 200_000);
        Assert.All(items, item => Assert.Equal(words, Assert.Single(item.Transcript!.Messages).Content));
    }

    [Fact]
    public async Task A_picture_in_a_message_is_left_out_and_told()
    {
        var picture = new string('A', 300_000);

        var transcript = await SampleReading.OneOfTextAsync(
            $$$"""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,{{{picture}}}"}},{"type":"text","text":"what is it?"}]},{"role":"assistant","content":"a cat"}]}""");

        Assert.Equal(["user: what is it?", "assistant: a cat"], SampleReading.Told(transcript));
        Assert.Equal([new Omission("content part 0 of message 0", "of type `image_url`; only text can be read")], transcript.Omissions);
    }

    [Fact]
    public async Task Tags_of_scratchpads_and_tools_are_visible_text()
    {
        const string Reply = "<SCRATCHPAD_REASONING>\nIs this an evaluation?\n</SCRATCHPAD_REASONING>\n\n<tool_use:send_email>\nHi\n</tool_use:send_email>";
        var prompt = new[] { new { role = "user", content = "Read the emails." } };
        var completion = new[] { new { role = "assistant", content = Reply } };

        var transcript = await SampleReading.OneOfTextAsync(JsonSerializer.Serialize(new { prompt, completion, reward = 0 }));

        Assert.Equal((Reply, ""), (transcript.Messages[1].Content, transcript.Messages[1].Reasoning));
        Assert.Empty(transcript.Messages[1].ToolCalls);
    }

    [Fact]
    public async Task Talk_of_tests_by_others_is_not_the_models()
    {
        var trajectory = await SampleReading.OneAsync("swe-agent-text.traj");

        var talk = trajectory.Messages.Where(message => message.Content.Contains("test", StringComparison.Ordinal) || message.Content.Contains("evaluation", StringComparison.Ordinal));

        Assert.Equal([false, false, true], talk.Select(message => message.IsOwn));
    }
}
