using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>One object of the settings. Every key asked for is known; <see cref="RefuseUnknown"/> reports the others.</summary>
internal sealed class SettingsSection(SettingsTree tree, JsonObject node, string path)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The section at an index of a list in this one.</summary>
    public SettingsSection Item(string key, int index, JsonObject item) => new(tree, item, $"{PathOf(key)}[{index}]");

    public SettingsSection Section(string key)
    {
        tree.WriteOut(node, key, PathOf(key));
        if (Find(key) is { } value and not JsonObject)
            Refuse(key, value, "a section in braces");
        return new SettingsSection(tree, node[key] as JsonObject ?? [], PathOf(key));
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value.GetValueKind() == JsonValueKind.String)
            return value.GetValue<string>();
        if (tree.IsOverridden(PathOf(key)) && value is JsonValue)
            return value.ToJsonString();
        Refuse(key, value, "text in quotes");
        return null;
    }

    public bool Flag(string key, bool fallback)
    {
        if (Find(key) is not { } value)
            return fallback;
        if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return value.GetValue<bool>();
        Refuse(key, value, "true or false");
        return fallback;
    }

    /// <summary>A number between two bounds, both legal; a whole one when <typeparamref name="T"/> is an integer.</summary>
    public T? Number<T>(string key, T minimum, T maximum) where T : struct, INumber<T>
    {
        if (Find(key) is not { } value)
            return null;
        if (value.GetValueKind() == JsonValueKind.Number
            && T.TryParse(value.ToJsonString(), null, out var number) && number >= minimum && number <= maximum)
            return number;
        var noun = T.IsInteger(T.One / (T.One + T.One)) ? "a whole number" : "a number";
        Refuse(key, value, $"{noun} from {minimum} to {maximum}");
        return null;
    }

    public string Choice(string key, string fallback, params IReadOnlyList<string> legal)
    {
        var text = Text(key) ?? fallback;
        if (legal.Contains(text))
            return text;
        Refuse(key, text, string.Join(", ", legal));
        return fallback;
    }

    /// <summary>A member of an enumeration by its snake_case name.</summary>
    public TEnum Choice<TEnum>(string key, TEnum fallback) where TEnum : struct, Enum
    {
        var members = Enum.GetValues<TEnum>().ToDictionary(NameOf);
        return members[Choice(key, NameOf(fallback), [.. members.Keys])];
    }

    public JsonArray? List(string key, string legal)
    {
        var value = Find(key);
        if (value is not (null or JsonArray))
            Refuse(key, value, legal);
        return value as JsonArray;
    }

    public void Refuse(string key, JsonNode? found, string legal) =>
        tree.Report(PathOf(key), $"found {found?.ToJsonString() ?? "nothing"}; legal is {legal}");

    /// <summary>Refuses a value that may hold a secret, without showing it.</summary>
    public void RefuseUnseen(string key, string legal) => tree.Report(PathOf(key), $"legal is {legal}");

    public void RefuseUnknown()
    {
        foreach (var key in node.Select(property => property.Key).Where(key => !_known.Contains(key)))
            tree.Report(PathOf(key), $"not a known key; legal here are {string.Join(", ", _known)}");
    }

    private static string NameOf<TEnum>(TEnum member) where TEnum : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    private JsonNode? Find(string key)
    {
        _known.Add(key);
        return node[key];
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
