using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Tokenization.Reading;

namespace EvalAwareness.Inference.Templating;

/// <summary>The chat template of a checkpoint: turns messages into the text its model was trained on. Thread-safe.</summary>
public sealed class ChatTemplate
{
    /// <summary>The day that templates are told by default: the one that Llama 3 templates fall back to.</summary>
    public static readonly DateOnly DefaultDay = new(2024, 7, 26);

    // Several times the longest that families ship.
    private const int LongestSource = 200_000;

    private static readonly string[] TokenNames = ["bos_token", "eos_token", "pad_token", "unk_token"];

    private readonly IReadOnlyList<Statement> _statements;
    private readonly IReadOnlyDictionary<string, string> _tokens;
    private readonly DateOnly _today;

    private ChatTemplate(string origin, string source, IReadOnlyDictionary<string, string> tokens, DateOnly today)
    {
        if (source.Length > LongestSource)
            throw new TemplateException($"{source.Length} characters; expected at most {LongestSource}");
        Origin = origin;
        _statements = TemplateParser.Parse(source);
        _tokens = tokens;
        _today = today;
    }

    /// <summary>Where it was read from.</summary>
    public string Origin { get; }

    /// <summary>Reads <c>chat_template.jinja</c>, or else <c>chat_template</c> in <c>tokenizer_config.json</c>.</summary>
    /// <param name="today">The day a template is told that asks for it; null for <see cref="DefaultDay"/>.</param>
    /// <exception cref="RefusedException">There is no template, or it cannot be parsed.</exception>
    public static ChatTemplate Load(string folder, DateOnly? today = null)
    {
        var configuration = JsonField.ReadFile(Path.Combine(folder, "tokenizer_config.json"));
        var own = Path.Combine(folder, "chat_template.jinja");
        var (file, source) = File.Exists(own) ? (own, File.ReadAllText(own)) : (configuration.File, FromConfiguration(configuration));
        try
        {
            return new ChatTemplate(file, source, Tokens(configuration), today ?? DefaultDay);
        }
        catch (TemplateException problem)
        {
            throw new RefusedException($"{file}: {problem.Message}", problem);
        }
    }

    /// <exception cref="ItemException">The template refuses these messages, or rendering them takes too much.</exception>
    public string Render(IReadOnlyList<Message> messages, bool addGenerationPrompt)
    {
        try
        {
            var budget = Budget.For(messages);
            return new Renderer(budget).Render(_statements, CreateScope(messages, addGenerationPrompt));
        }
        catch (TemplateException problem)
        {
            throw new ItemException(problem.Message, problem);
        }
    }

    private Scope CreateScope(IReadOnlyList<Message> messages, bool addGenerationPrompt)
    {
        var scope = Builtins.CreateScope(_today);
        foreach (var (name, text) in _tokens)
            scope[name] = text;
        scope["messages"] = messages.Select(MessageValues.From).ToList();
        scope["add_generation_prompt"] = addGenerationPrompt;
        scope["tools"] = null;
        scope["documents"] = null;
        return scope;
    }

    private static string FromConfiguration(JsonField configuration)
    {
        var template = configuration.Required("chat_template");
        if (template.Value.ValueKind == JsonValueKind.String)
            return template.Text();
        // Several templates, each with a name; the one called "default" is for plain conversations.
        return template.Items().Where(item => item.Required("name").Text() == "default")
            .Select(item => item.Required("template").Text())
            .FirstOrDefault() ?? throw template.Refuse("has no template called 'default'");
    }

    private static Dictionary<string, string> Tokens(JsonField configuration)
    {
        var tokens = new Dictionary<string, string>();
        foreach (var name in TokenNames)
        {
            if (configuration.Optional(name) is { } token)
                tokens[name] = (token.Value.ValueKind == JsonValueKind.Object ? token.Required("content") : token).Text();
        }
        return tokens;
    }
}
