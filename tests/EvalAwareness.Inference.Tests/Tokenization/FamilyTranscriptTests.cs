using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tests.Templating;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>Tokens find their sections in the renderings of the families, which drop, trim and move texts.</summary>
public sealed class FamilyTranscriptTests
{
    public static TheoryData<string, string, string> Families => new()
    {
        { "qwen2.5", "<|endoftext|>", "qwen" },
        { "qwen3", "<|endoftext|>", "qwen" },
        { "llama3", "<|begin_of_text|>", "llama" },
        { "gemma3", "<bos>", "gemma" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_section_that_is_rendered_is_covered_to_its_last_character(string template, string bos, string tokenizer)
    {
        using var folder = FamilyTemplates.WithTemplate(template, bos, tokenizer);
        var transcripts = TranscriptTokenizer.Load(folder.Path);
        var checkedSections = 0;
        foreach (var messages in Renderable(ChatTemplate.Load(folder.Path)))
        {
            var tokens = transcripts.Tokenize(Transcript(messages)).Tokens;
            foreach (var (message, section, text) in Sections(messages, template))
            {
                AssertCovers(tokens, message, section, text);
                checkedSections++;
            }
            Assert.Equal(
                Sections(messages, template).Select(shown => (shown.Message, shown.Section)).Order(),
                tokens.Where(token => token.Section is not (null or SegmentKind.ToolCall))
                    .Select(token => (token.MessageIndex, token.Section!.Value)).Distinct().Order());
        }
        Assert.InRange(checkedSections, 15, 100);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Tokens_are_those_of_the_rendering(string template, string bos, string tokenizer)
    {
        using var folder = FamilyTemplates.WithTemplate(template, bos, tokenizer);
        var (chat, encoder) = (ChatTemplate.Load(folder.Path), HuggingFaceTokenizer.Load(folder.Path));
        // The eleventh writes special tokens, which are ordinary characters in a transcript.
        Assert.All(Renderable(chat).Where(messages => !messages[0].Content.StartsWith("<|im_end|>", StringComparison.Ordinal)), messages => Assert.Equal(
            encoder.EncodeIds(chat.Render(messages, addGenerationPrompt: false)),
            new TranscriptTokenizer(encoder, chat).Tokenize(Transcript(messages)).Tokens.Select(token => token.TokenId)));
    }

    [Fact]
    public void Reasoning_inside_a_text_is_found_where_it_is_shown_and_missing_where_it_is_dropped()
    {
        using var folder = FamilyTemplates.WithTemplate("qwen3", "<|endoftext|>", "qwen");
        Message[] messages =
        [
            new(Role.User, "q"), new(Role.Assistant, "<think>\nFirst thought.\n</think>\n\nFirst answer."),
            new(Role.User, "q"), new(Role.Assistant, "<think>\nSecond thought.\n</think>\n\nSecond answer."),
        ];
        var tokens = TranscriptTokenizer.Load(folder.Path).Tokenize(Transcript(messages)).Tokens;
        Assert.Equal("First answer.", TextOf(tokens, 1));
        Assert.Equal("Second thought.Second answer.", TextOf(tokens, 3));
        Assert.All(tokens.Where(token => token.MessageIndex == 3), token => Assert.Contains(messages[3].Content[token.Start..token.End], token.Text));
    }

    [Theory]
    [InlineData("llama3", "<|begin_of_text|>", "llama", """{"name": "weather", "parameters": {"city": "Paris"}}""")]
    [InlineData("qwen3", "<|endoftext|>", "qwen", "<tool_call>\n{\"name\": \"weather\", \"arguments\": {\"city\": \"Paris\"}}\n</tool_call>")]
    public void The_whole_block_of_a_call_is_tool_call(string template, string bos, string tokenizer, string block)
    {
        using var folder = FamilyTemplates.WithTemplate(template, bos, tokenizer);
        Message[] messages =
        [
            new(Role.User, "q"), new(Role.Assistant, "") { ToolCalls = [new ToolCall("1", "weather", """{"city": "Paris"}""")] },
        ];
        var tokens = TranscriptTokenizer.Load(folder.Path).Tokenize(Transcript(messages)).Tokens;
        Assert.Equal(block, string.Concat(tokens.Where(token => token.Section == SegmentKind.ToolCall).Select(token => token.Text)));
    }

    private static string TextOf(IReadOnlyList<TranscriptToken> tokens, int message) =>
        string.Concat(tokens.Where(token => token.MessageIndex == message).Select(token => token.Text));

    // Without the conversation whose reasoning stands inside the text; it has a test of its own.
    private static IEnumerable<IReadOnlyList<Message>> Renderable(ChatTemplate template) => FamilyTemplates.All
        .Where(messages => messages.All(message => !message.Content.StartsWith("<think>", StringComparison.Ordinal)))
        .Where(messages => Renders(template, messages));

    private static bool Renders(ChatTemplate template, IReadOnlyList<Message> messages)
    {
        try
        {
            return template.Render(messages, addGenerationPrompt: false).Length > 0;
        }
        catch (ItemException)
        {
            return false;
        }
    }

    /// <summary>What a family shows: Qwen3 reasoning only after the last question, Llama no text beside a call.</summary>
    private static IEnumerable<(int Message, SegmentKind Section, string Text)> Sections(IReadOnlyList<Message> messages, string template)
    {
        var lastQuestion = messages.Index().Last(message => message.Item.Role == Role.User).Index;
        foreach (var (index, message) in messages.Index())
        {
            var section = message.Role switch
            {
                Role.System => SegmentKind.System,
                Role.User => SegmentKind.User,
                Role.Assistant => SegmentKind.AssistantText,
                _ => SegmentKind.ToolResult,
            };
            if (message.Content.Length > 0 && !(template == "llama3" && message.ToolCalls.Count > 0))
                yield return (index, section, message.Content);
            if (message.Reasoning.Length > 0 && template == "qwen3" && index > lastQuestion)
                yield return (index, SegmentKind.AssistantReasoning, message.Reasoning);
        }
    }

    private static void AssertCovers(IReadOnlyList<TranscriptToken> tokens, int message, SegmentKind section, string text)
    {
        var own = tokens.Where(token => token.MessageIndex == message && token.Section == section).ToList();
        Assert.NotEmpty(own);
        Assert.InRange(own[0].Start, 0, text.Length - text.TrimStart().Length);
        Assert.InRange(own[^1].End, text.TrimEnd().Length, text.Length);
        Assert.All(own.Zip(own.Skip(1)), pair => Assert.InRange(pair.Second.Start, 0, pair.First.End));
        if (section != SegmentKind.ToolResult)
            Assert.All(own, token => Assert.Contains(text[token.Start..token.End], token.Text));
    }

    private static Transcript Transcript(IReadOnlyList<Message> messages) => new("t", "d", TranscriptKind.Evaluation, messages, "");
}
