using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalAwareness.Results.Report;

/// <summary>Answers from run.json. What a run does not say is null: folders of other versions are still reported on.</summary>
internal sealed class RunFacts(JsonObject run)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Name => Text("identity", "name") ?? "Evaluation awareness";

    /// <summary>When it was first started.</summary>
    public string? Started => Starts.FirstOrDefault()?["started"]?.ToString();

    public IReadOnlyList<string> Warnings => [.. Starts.Select(start => start["environment"]?["warnings"])
        .OfType<JsonArray>()
        .SelectMany(warnings => warnings)
        .Select(warning => warning?.ToString() ?? "")
        .Distinct()];

    /// <summary>The whole file, indented.</summary>
    public string Json => run.ToJsonString(Indented);

    /// <summary>A value inside run.json as text; null where it is not there.</summary>
    public string? Text(params IReadOnlyList<string> path) => Node(path)?.ToString();

    /// <summary>What the last start says of where it ran.</summary>
    public string? Environment(string key) => Starts.LastOrDefault()?["environment"]?[key]?.ToString();

    /// <summary>An object inside run.json in one line, such as "policy random, count 10".</summary>
    public string? Settings(params IReadOnlyList<string> path) => Node(path) is JsonObject settings
        ? string.Join(", ", settings.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key} {pair.Value}"))
        : null;

    /// <summary>Name, numeric type, layer and shortened hash of a model.</summary>
    public string? Model(string role)
    {
        if (Node(["identity", "models", role]) is not JsonObject model) return null;
        var layer = model["layer"] is { } index ? $"block {index}" : null;
        string?[] parts = [model["name"]?.ToString(), layer, model["data_type"]?.ToString(), Hash(model["sha256"])];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>Name, model and shortened prompt hash of a judge.</summary>
    public string? Judge(string subject)
    {
        if (Node(["identity", "judges", subject]) is not JsonObject judge) return null;
        string?[] parts = [judge["name"]?.ToString(), judge["model"]?.ToString(), Hash(judge["prompt_sha256"], "prompt ")];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    public string? Datasets => Node(["identity", "datasets"]) is JsonArray datasets
        ? string.Join("; ", datasets.Select(dataset => $"{dataset?["name"]} ({dataset?["kind"]}, {Hash(dataset?["sha256"])})"))
        : null;

    private IEnumerable<JsonObject> Starts => (run["starts"] as JsonArray ?? []).OfType<JsonObject>();

    private JsonNode? Node(IReadOnlyList<string> path) =>
        path.Aggregate((JsonNode?)run, (node, key) => node is JsonObject inner ? inner[key] : null);

    private static string? Hash(JsonNode? hash, string what = "") =>
        hash?.ToString() is { } text ? $"{what}sha256 {text[..Math.Min(12, text.Length)]}" : null;
}
