using System.Text.Json.Nodes;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>The settings of an audit with overrides laid over them; knows where each came from and what is wrong.</summary>
internal sealed class SettingsTree(string fileName, JsonObject root)
{
    private readonly Dictionary<string, string> _origins = [];

    /// <summary>Sections that one value stands for, and the key it is the value of.</summary>
    private static readonly Dictionary<string, string> Shorthands = new() { ["judge"] = "kind" };

    public List<string> Problems { get; } = [];

    public SettingsSection Root => new(this, root, "");

    public void Apply(SettingOverride setting)
    {
        var steps = setting.Key.Split('.');
        var node = root;
        for (var depth = 0; depth < steps.Length - 1; depth++)
        {
            var path = string.Join('.', steps[..(depth + 1)]);
            WriteOut(node, steps[depth], path);
            if (node[steps[depth]] is null)
            {
                node[steps[depth]] = new JsonObject();
                _origins[path] = setting.Origin;
            }
            if (node[steps[depth]] is not JsonObject section)
            {
                Problems.Add($"{setting.Origin}: {setting.Key}: {path} is a value, not a section");
                return;
            }
            node = section;
        }
        node[steps[^1]] = setting.Value;
        _origins[setting.Key] = setting.Origin;
    }

    /// <summary>Puts a section in the place of a value that stands for one.</summary>
    public void WriteOut(JsonObject node, string key, string path)
    {
        if (Shorthands.TryGetValue(path, out var inner) && node[key] is JsonValue value)
            node[key] = new JsonObject { [inner] = value.DeepClone() };
    }

    /// <summary>Whether <paramref name="key"/> was given outside the file, where text needs no quotes.</summary>
    public bool IsOverridden(string key) => _origins.ContainsKey(key);

    public void Report(string key, string problem) =>
        Problems.Add($"{OriginOf(key)}: {key}: {problem}");

    /// <summary>Who gave it, or the section it stands in.</summary>
    private string OriginOf(string key) =>
        _origins.TryGetValue(key, out var origin) ? origin
        : key.LastIndexOf('.') is var dot and > 0 ? OriginOf(key[..dot])
        : fileName;
}
