using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EvalAwareness.Results.Store;

/// <summary>Compares the identities of runs.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 of the identity's settings, in an order that does not depend on how they were written.</summary>
    public static string Of(JsonObject identity)
    {
        var lines = Settings(identity).OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => $"{setting.Key}={setting.Value}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>A line for every setting that differs.</summary>
    public static IReadOnlyList<string> Differences(JsonObject recorded, JsonObject wanted)
    {
        var (before, now) = (Settings(recorded), Settings(wanted));
        return [.. before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Where(key => before.GetValueOrDefault(key) != now.GetValueOrDefault(key))
            .Select(key => $"{key} is {now.GetValueOrDefault(key, "not set")}, and was {before.GetValueOrDefault(key, "not set")}")];
    }

    /// <summary>Every leaf by its dotted path, as JSON text.</summary>
    private static Dictionary<string, string> Settings(JsonObject root) =>
        Leaves("", root).ToDictionary(leaf => leaf.Path, leaf => leaf.Value);

    private static IEnumerable<(string Path, string Value)> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } group => group.SelectMany(member => Leaves(Join(path, member.Key), member.Value)),
        JsonArray { Count: > 0 } list => list.SelectMany((item, index) => Leaves($"{path}[{index}]", item)),
        null => [(path, "null")],
        _ => [(path, node.ToJsonString())],
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
