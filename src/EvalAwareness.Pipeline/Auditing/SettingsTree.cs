using System.Text.Json.Nodes;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>The settings of an audit with overrides laid over them; knows where each came from and what is wrong.</summary>
internal sealed class SettingsTree(string fileName, JsonObject root)
{
    private readonly Dictionary<string, string> _origins = [];

    public List<string> Problems { get; } = [];

    public SettingsSection Root => new(this, root, "");

    public void Apply(SettingOverride setting)
    {
        var steps = setting.Key.Split('.');
        var node = root;
        for (var depth = 0; depth < steps.Length - 1; depth++)
        {
            var path = string.Join('.', steps[..(depth + 1)]);
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

    /// <summary>Whether <paramref name="key"/> was given outside the file, where text needs no quotes.</summary>
    public bool IsOverridden(string key) => _origins.ContainsKey(key);

    public void Report(string key, string problem) =>
        Problems.Add($"{_origins.GetValueOrDefault(key, fileName)}: {key}: {problem}");
}
