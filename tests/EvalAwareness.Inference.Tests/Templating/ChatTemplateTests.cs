using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tests.Tokenization;

namespace EvalAwareness.Inference.Tests.Templating;

public sealed class ChatTemplateTests
{
    private static readonly string Fixtures = Path.Combine(Here(), "Fixtures");

    [Fact]
    public void Conversations_are_rendered_as_Jinja_renders_them()
    {
        using var folder = new TokenizerFolder();
        folder.Write("chat_template.jinja", File.ReadAllText(Path.Combine(Fixtures, "detailed.jinja")));
        var templates = new Dictionary<string, ChatTemplate>
        {
            ["organism"] = ChatTemplate.Load(TokenizerFolder.Fixtures),
            ["detailed"] = ChatTemplate.Load(folder.Path),
        };
        var conversations = Conversations.Read(Path.Combine(Fixtures, "conversations.json"));
        Assert.All(Read("renderings.json"), row => Assert.Equal(
            Conversations.Text(row, "text"),
            templates[Conversations.Text(row, "template")].Render(conversations[row!["conversation"]!.GetValue<int>()], row["add_generation_prompt"]!.GetValue<bool>())));
    }

    [Fact]
    public void Of_several_templates_the_default_is_taken()
    {
        using var folder = WithTemplate(JsonNode.Parse("""[{"name": "rag", "template": "R"}, {"name": "default", "template": "D"}]"""));
        Assert.Equal("D", ChatTemplate.Load(folder.Path).Render([], addGenerationPrompt: false));
    }

    [Fact]
    public void A_template_knows_the_tokens_and_the_day()
    {
        using var folder = WithTemplate("{{ eos_token }}{{ bos_token }} {{ strftime_now('%Y') }}");
        Assert.Equal("<|im_end|> 2024", ChatTemplate.Load(folder.Path).Render([], addGenerationPrompt: false));
        Assert.Equal("<|im_end|> 1999", ChatTemplate.Load(folder.Path, new DateOnly(1999, 1, 2)).Render([], addGenerationPrompt: false));
    }

    [Fact]
    public void A_template_may_refuse_messages()
    {
        using var folder = WithTemplate("\n{{ raise_exception('roles must alternate') }}");
        var template = ChatTemplate.Load(folder.Path);
        var error = Assert.Throws<ItemException>(() => template.Render([], addGenerationPrompt: false));
        Assert.Equal("chat template, line 2: roles must alternate", error.Message);
    }

    [Theory]
    [InlineData(null, "tokenizer_config.json: chat_template is missing")]
    [InlineData("7", "tokenizer_config.json: chat_template is not a JSON array")]
    [InlineData("[]", "tokenizer_config.json: chat_template has no template called 'default'")]
    [InlineData("\"{% if %}\"", "tokenizer_config.json: chat template, line 1: expected a value")]
    public void A_folder_without_a_usable_template_is_refused(string? json, string message)
    {
        using var folder = WithTemplate(json is null ? null : JsonNode.Parse(json));
        Assert.StartsWith(Path.Combine(folder.Path, message), Assert.Throws<RefusedException>(() => ChatTemplate.Load(folder.Path)).Message);
    }

    [Fact]
    public void A_template_is_no_book()
    {
        using var folder = WithTemplate(new string('x', 200_001));
        Assert.EndsWith("chat template: 200001 characters; expected at most 200000", Assert.Throws<RefusedException>(() => ChatTemplate.Load(folder.Path)).Message);
    }

    [Fact]
    public void What_a_template_may_write_grows_with_the_messages()
    {
        using var folder = WithTemplate("{{ 'abcd' * 250000 }}");
        var template = ChatTemplate.Load(folder.Path);

        Assert.Contains("more than 502000 characters", Assert.Throws<ItemException>(() => template.Render([new(Role.User, "Hi")], addGenerationPrompt: false)).Message);
        Assert.Equal(1_000_000, template.Render([new(Role.User, new string('x', 3_000))], addGenerationPrompt: false).Length);
    }

    private static TokenizerFolder WithTemplate(JsonNode? template) =>
        new(configuration: configuration => configuration["chat_template"] = template);

    private static List<JsonNode?> Read(string name) => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, name)))!.AsArray()];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
