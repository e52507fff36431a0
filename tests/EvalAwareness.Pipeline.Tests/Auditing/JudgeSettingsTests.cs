using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Judging;
using EvalAwareness.Judging.Chat;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Pipeline.Tests.Auditing;

public sealed class JudgeSettingsTests : IDisposable
{
    private const string Secret = "sk-live-secret";

    private readonly TestFolder _folder = new();

    public JudgeSettingsTests()
    {
        Directory.CreateDirectory(_folder["model"]);
        _folder.Write("chat.jsonl", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kind_alone_stands_for_a_section()
    {
        Assert.Equal(JudgeKind.Rubric, Load("\"rubric\"").Kind);
        var openAi = Load("\"openai\"", "judge.model=m");

        Assert.Equal((JudgeKind.OpenAi, "m", new Uri("https://api.openai.com/v1")), (openAi.Kind, openAi.Model, openAi.Endpoint));
        Assert.Equal(("OPENAI_API_KEY", true, AnswerFormat.JsonSchema), (openAi.KeyVariable, openAi.NeedsKey, openAi.Format));
    }

    [Fact]
    public void Everything_a_model_is_asked_with_can_be_said()
    {
        var settings = Load("""
            { "kind": "openai", "model": "m", "endpoint": "http://127.0.0.1:8000/v1", "key_variable": "MY_KEY", "concurrency": 3,
              "requests_per_minute": 60, "tokens_per_minute": 1000, "temperature": 0.5, "max_tokens": 99, "timeout_s": 5, "retries": 2,
              "probability": true, "format": "text", "context_characters": 100, "cache": "answers", "price": { "input": 1.5, "output": 6 }, "budget": 2.5 }
            """);

        Assert.Equal(
            new JudgeSettings
            {
                Kind = JudgeKind.OpenAi, Model = "m", Endpoint = new Uri("http://127.0.0.1:8000/v1"), KeyVariable = "MY_KEY", NeedsKey = true, Concurrency = 3,
                RequestsPerMinute = 60, TokensPerMinute = 1000, Temperature = 0.5, MaxTokens = 99, Timeout = TimeSpan.FromSeconds(5), Retries = 2,
                Probability = true, Format = AnswerFormat.Text, ContextCharacters = 100, Cache = _folder["answers"], Price = new TokenPrice(1.5m, 6), Budget = 2.5m,
            },
            settings);
    }

    [Fact]
    public void Flags_make_a_model_of_a_rubric()
    {
        var settings = Load("\"rubric\"", "judge.kind=openai", "judge.model=m", "judge.endpoint=http://127.0.0.1:1/v1");

        Assert.Equal((JudgeKind.OpenAi, "m", false), (settings.Kind, settings.Model, settings.NeedsKey));
    }

    [Fact]
    public void A_local_model_is_a_folder_beside_the_audit() =>
        Assert.Equal(_folder["model"], Load("""{ "kind": "local", "model": "model" }""").Model);

    [Fact]
    public void All_problems_are_told_at_once_and_none_shows_a_secret()
    {
        var refused = Assert.Throws<RefusedException>(() => Load($$"""
            { "kind": "anthropic", "temperature": 0, "endpoint": "https://user:{{Secret}}@example.com", "key_variable": "{{Secret}}", "key": "{{Secret}}",
              "concurrency": 0, "price": { "input": -1 }, "format": "xml", "budget": "much" }
            """));

        Assert.Equal(
            [
                "audit.json: judge.endpoint: legal is an http or https address, without user, query or fragment, such as http://127.0.0.1:8000/v1",
                "audit.json: judge.key_variable: legal is the name of an environment variable that holds the key, never the key",
                "audit.json: judge.concurrency: found 0; legal is a whole number from 1 to 1024",
                "audit.json: judge.temperature: found 0; legal is nothing: Anthropic's client takes no temperature",
                "audit.json: judge.format: found \"xml\"; legal is auto, json_schema, text",
                "audit.json: judge.price.input: found -1; legal is a number from 0 to 1000000",
                "audit.json: judge.price.output: found nothing; legal is the price of a million tokens",
                "audit.json: judge.budget: found \"much\"; legal is a number from 0 to 1000000000",
                "audit.json: judge.key: not a known key; legal here are budget, cache, concurrency, context_characters, endpoint, format, key_variable, kind, max_tokens, "
                + "model, price, probability, requests_per_minute, retries, temperature, timeout_s, tokens_per_minute",
                "audit.json: judge.model: found nothing; legal is the name of the model to ask",
            ],
            refused.Problems);
        Assert.DoesNotContain(Secret, refused.ToString());
    }

    [Theory]
    [InlineData("\"rubric\"", "judge.model=m", "--set: judge.model: found \"m\"; legal is judge.kind openai, anthropic or local beside it: the rubric asks no model")]
    [InlineData("\"rubric\"", "judge=oracle", "--set: judge.kind: found \"oracle\"; legal is rubric, classifier, openai, anthropic, local")]
    [InlineData("""{ "kind": "local", "model": "nowhere" }""", "seed=1", "audit.json: judge.model: found \"nowhere\"; legal is an existing folder (FOLDER/nowhere does not exist)")]
    public void What_does_not_go_together_is_refused(string judge, string set, string problem)
    {
        var refused = Assert.Throws<RefusedException>(() => Load(judge, set));

        Assert.Equal(problem.Replace("FOLDER", _folder.Path), Assert.Single(refused.Problems));
    }

    private JudgeSettings Load(string judge, params string[] sets) => AuditFile.Load(
        _folder.Write("audit.json", $$"""{ "model": "model", "verbalizer": "model", "datasets": ["chat.jsonl"], "judge": {{judge}} }"""), null, sets).Judge;
}
