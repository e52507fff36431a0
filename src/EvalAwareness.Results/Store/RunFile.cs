using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Results.Store;

/// <summary>The run.json of a run folder: what the run is, when it was started, and how it ended.</summary>
internal static class RunFile
{
    public const string Name = "run.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The content of a folder's run.json; null when the folder has none.</summary>
    public static JsonObject? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("it is not an object");
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{path} cannot be read ({error.Message}). Choose another output folder.", error);
        }
    }

    public static void Write(string folder, JsonObject content) =>
        PendingFile.WriteText(Path.Combine(folder, Name), content.ToJsonString(Indented) + "\n");

    public static JsonObject Create(RunSpec spec) => new()
    {
        ["fingerprint"] = Fingerprint.Of(spec.Identity),
        ["status"] = "running",
        ["identity"] = spec.Identity.DeepClone(),
        ["starts"] = new JsonArray(),
    };

    public static void AddStart(JsonObject content, RunSpec spec, DateTimeOffset now)
    {
        content["blocks"] = spec.Blocks;
        ((JsonArray)content["starts"]!).Add(new JsonObject
        {
            ["started"] = now.ToString("O"),
            ["environment"] = spec.Environment.DeepClone(),
        });
    }
}
