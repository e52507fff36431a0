using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>The tokens a checkpoint declares to end generation; some declare several, and missing one makes every output run to its limit.</summary>
internal static class StopTokens
{
    private const string GenerationFile = "generation_config.json";

    /// <exception cref="RefusedException">Neither file declares any.</exception>
    public static IReadOnlySet<int> Read(string folder)
    {
        foreach (var name in (string[])[GenerationFile, ConfigurationFile.Name])
        {
            if (Declared(Path.Combine(folder, name)) is { Count: > 0 } ids)
                return ids;
        }
        throw new RefusedException($"{folder}: neither {GenerationFile} nor {ConfigurationFile.Name} declares eos_token_id.");
    }

    public static void Write(string folder, params IEnumerable<int> ids) =>
        File.WriteAllText(Path.Combine(folder, GenerationFile), $$"""{ "eos_token_id": [{{string.Join(", ", ids)}}] }""" + "\n");

    private static HashSet<int>? Declared(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("eos_token_id", out var value) ? Ids(value) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new RefusedException($"{path}: eos_token_id is no integer or list of integers.", error);
        }
    }

    private static HashSet<int>? Ids(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => [.. value.EnumerateArray().Select(id => id.GetInt32())],
        _ => [value.GetInt32()],
    };
}
