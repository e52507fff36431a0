using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>One setting given outside the audit file.</summary>
/// <param name="Key">Dotted path, such as <c>positions.count</c>.</param>
/// <param name="Value">The value: JSON where it reads as JSON, otherwise text.</param>
/// <param name="Origin">Who said so, for messages.</param>
internal sealed record SettingOverride(string Key, JsonNode? Value, string Origin)
{
    private const string Prefix = "EVALAWARE_";

    // Variables of the program itself rather than of an audit.
    private static readonly HashSet<string> Reserved = ["EVALAWARE_LIBTORCH"];

    public static IEnumerable<SettingOverride> FromEnvironment(IReadOnlyDictionary<string, string> environment) =>
        from variable in environment
        where variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && !Reserved.Contains(variable.Key)
        orderby variable.Key
        let key = variable.Key[Prefix.Length..].ToLowerInvariant().Replace("__", ".")
        select new SettingOverride(key, ParseValue(variable.Value), $"environment {variable.Key}");

    public static IEnumerable<SettingOverride> FromFlags(IReadOnlyList<string> sets, SettingsTree settings)
    {
        foreach (var set in sets)
        {
            if (set.IndexOf('=') is var equals and > 0)
                yield return new SettingOverride(set[..equals].Trim(), ParseValue(set[(equals + 1)..]), "--set");
            else
                settings.Problems.Add($"--set {set}: legal is key=value or section.key=value");
        }
    }

    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
