using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Reads an audit: the file, then the environment over it, then the <c>--set</c> flags over both.</summary>
public static class AuditFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <param name="path">The audit file; relative paths inside it start at its folder, overridden or not.</param>
    /// <param name="environment">Environment variables; those named <c>EVALAWARE_SECTION__KEY</c> count.</param>
    /// <param name="sets">Assignments <c>section.key=value</c>.</param>
    /// <exception cref="RefusedException">The file is missing or not JSON; otherwise every problem in it at once.</exception>
    public static AuditOptions Load(
        string path, IReadOnlyDictionary<string, string>? environment = null, IReadOnlyList<string>? sets = null)
    {
        var settings = new SettingsTree(Path.GetFileName(path), Parse(path));
        foreach (var setting in SettingOverride.FromEnvironment(environment ?? new Dictionary<string, string>()))
            settings.Apply(setting);
        foreach (var setting in SettingOverride.FromFlags(sets ?? [], settings))
            settings.Apply(setting);
        var audit = new AuditOptionsReader(settings, Path.GetFullPath(path)).Read();
        return settings.Problems.Count == 0 ? audit : throw new RefusedException(settings.Problems);
    }

    private static JsonObject Parse(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"{path}: no such audit file");
        try
        {
            return JsonNode.Parse(File.ReadAllText(path), documentOptions: Lenient) as JsonObject
                ?? throw new RefusedException($"{path}: an audit file holds one JSON object");
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path}: not JSON: {broken.Message}", broken);
        }
    }
}
