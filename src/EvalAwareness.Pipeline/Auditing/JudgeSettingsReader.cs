using System.Text.RegularExpressions;
using EvalAwareness.Core.Models;
using EvalAwareness.Judging;
using EvalAwareness.Judging.Chat;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Reads the section <c>judge</c>: a kind, or kind and everything that a model is asked with.</summary>
internal sealed partial class JudgeSettingsReader(SettingsSection section, string folder)
{
    private const string Automatic = "auto";

    // A day: nobody is waited for at the other end of a local model.
    private const double LongestWait = 86_400;

    private static readonly Dictionary<string, JudgeKind> Kinds = Enum.GetValues<JudgeKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    private readonly JudgeKind _kind = Kinds[section.Choice("kind", "classifier", [.. Kinds.Keys])];

    public JudgeSettings Read()
    {
        var defaults = new JudgeSettings();
        var model = section.Text("model") ?? "";
        var settings = new JudgeSettings
        {
            Kind = _kind,
            Model = model,
            Endpoint = ReadEndpoint(),
            KeyVariable = ReadKeyVariable(),
            NeedsKey = _kind == JudgeKind.Anthropic || _kind == JudgeKind.OpenAi && (!section.Has("endpoint") || section.Has("key_variable")),
            Concurrency = section.Number("concurrency", 1, 1_024) ?? defaults.Concurrency,
            RequestsPerMinute = section.Number("requests_per_minute", 0.01, 1e6),
            TokensPerMinute = section.Number("tokens_per_minute", 1.0, 1e9),
            Timeout = TimeSpan.FromSeconds(section.Number("timeout_s", 1.0, LongestWait) ?? (_kind == JudgeKind.Local ? LongestWait : defaults.Timeout.TotalSeconds)),
            Retries = section.Number("retries", 0, 100) ?? defaults.Retries,
            Temperature = ReadTemperature(defaults.Temperature),
            MaxTokens = section.Number("max_tokens", 1, 1_000_000) ?? defaults.MaxTokens,
            Probability = section.Flag("probability", false),
            Format = ReadFormat(),
            ContextCharacters = section.Number("context_characters", 0, 100_000_000) ?? defaults.ContextCharacters,
            Cache = section.Text("cache") is { } cache ? Path.GetFullPath(cache, folder) : defaults.Cache,
            Price = ReadPrice(),
            Budget = section.Number("budget", 0m, 1_000_000_000m),
        };
        section.RefuseUnknown();
        if (!settings.AsksModel)
            RefuseAsking();
        return _kind == JudgeKind.Rubric ? settings : settings with { Model = ReadModel(model) };
    }

    /// <summary>What only a model can be asked with is no setting of a judge that asks none; a price or a budget does it no harm.</summary>
    private void RefuseAsking()
    {
        foreach (var key in _kind == JudgeKind.Rubric ? (string[])["model", "endpoint"] : ["endpoint"])
        {
            if (section.Has(key))
                section.Refuse(key, section.Text(key), $"judge.kind openai, anthropic or local beside it: the {_kind.ToString().ToLowerInvariant()} asks no model");
        }
    }

    private string ReadModel(string model)
    {
        if (model.Length == 0 && _kind != JudgeKind.Classifier)
            section.Refuse("model", null, _kind == JudgeKind.Local ? "the path of a checkpoint folder" : "the name of the model to ask");
        if (_kind is not (JudgeKind.Local or JudgeKind.Classifier) || model.Length == 0)
            return model;
        var path = Path.GetFullPath(model, folder);
        if (!Directory.Exists(path))
            section.Refuse("model", model, $"an existing folder ({path} does not exist)");
        return path;
    }

    private Uri? ReadEndpoint()
    {
        var given = section.Text("endpoint");
        var text = given ?? _kind switch
        {
            JudgeKind.OpenAi => "https://api.openai.com/v1",
            JudgeKind.Anthropic => "https://api.anthropic.com",
            _ => null,
        };
        if (text is null)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            return address;
        // An address may hold a secret, so it is not shown.
        section.RefuseUnseen("endpoint", "an http or https address, without user, query or fragment, such as http://127.0.0.1:8000/v1");
        return null;
    }

    private string ReadKeyVariable()
    {
        var name = section.Text("key_variable");
        // Somebody may have put the key itself here.
        if (name is not null && !VariableName.IsMatch(name))
            section.RefuseUnseen("key_variable", "the name of an environment variable that holds the key, never the key");
        return name ?? (_kind == JudgeKind.Anthropic ? "ANTHROPIC_API_KEY" : "OPENAI_API_KEY");
    }

    private double? ReadTemperature(double? fallback)
    {
        var temperature = section.Number("temperature", 0.0, 2.0);
        if (_kind != JudgeKind.Anthropic)
            return temperature ?? fallback;
        if (temperature is { } asked)
            section.Refuse("temperature", asked, "nothing: Anthropic's client takes no temperature");
        return null;
    }

    private AnswerFormat ReadFormat() => section.Choice("format", Automatic, Automatic, "json_schema", "text") switch
    {
        "json_schema" => AnswerFormat.JsonSchema,
        "text" => AnswerFormat.Text,
        _ => _kind == JudgeKind.OpenAi ? AnswerFormat.JsonSchema : AnswerFormat.Text,
    };

    private TokenPrice? ReadPrice()
    {
        if (!section.Has("price"))
            return null;
        var price = section.Section("price");
        var (input, output) = (price.Number("input", 0m, 1_000_000m), price.Number("output", 0m, 1_000_000m));
        price.RefuseUnknown();
        foreach (var key in (string[])["input", "output"])
        {
            if (!price.Has(key))
                price.Refuse(key, null, "the price of a million tokens");
        }
        return new TokenPrice(input ?? 0, output ?? 0);
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName { get; }
}
