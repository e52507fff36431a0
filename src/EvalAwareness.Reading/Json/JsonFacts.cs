using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Json;

/// <summary>Reads members of a transcript's JSON; a wrong type is the item's failure, named by where it stands.</summary>
internal static class JsonFacts
{
    private const int MostKeys = 12;

    /// <summary>What a value is, in words for a message.</summary>
    public static string Noun(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>The keys of an object, for messages.</summary>
    public static string KeyNames(this JsonElement owner)
    {
        var keys = owner.EnumerateObject().Select(member => $"`{member.Name}`").Order(StringComparer.Ordinal).ToList();
        return keys.Count == 0 ? "none" : string.Join(", ", keys.Take(MostKeys)) + (keys.Count > MostKeys ? ", …" : "");
    }

    /// <exception cref="ItemException">It is no object.</exception>
    public static void RequireObject(this JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {value.Noun()}; it must be an object");
    }

    /// <summary>The member, or null when it is absent or null.</summary>
    public static JsonElement? Member(this JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The member if it is of the kind; null when absent.</summary>
    public static JsonElement? Member(this JsonElement owner, string name, JsonValueKind kind, string noun, string where)
    {
        var value = owner.Member(name);
        if (value is { } found && found.ValueKind != kind)
            throw new ItemException($"`{name}` of {where} is {found.Noun()}; it must be {noun}");
        return value;
    }

    public static string? Text(this JsonElement owner, string name, string where) =>
        owner.Member(name, JsonValueKind.String, "text", where)?.GetString();

    /// <summary>The first of these members that is there.</summary>
    public static string? FirstText(this JsonElement owner, string where, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (owner.Text(name, where) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>The text at the end of a path of keys; null where there is none, whatever stands there instead.</summary>
    public static string? TextAt(this JsonElement owner, params ReadOnlySpan<string> path)
    {
        JsonElement? value = owner;
        foreach (var name in path)
            value = value is { ValueKind: JsonValueKind.Object } inner ? inner.Member(name) : null;
        return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }

    /// <summary>The member if it is a list; null where there is none, whatever stands there instead.</summary>
    public static JsonElement? ListAt(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.Member(name) is { ValueKind: JsonValueKind.Array } list ? list : null;

    /// <summary>The member if it is an object; null where there is none, whatever stands there instead.</summary>
    public static JsonElement? ObjectAt(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.Member(name) is { ValueKind: JsonValueKind.Object } inner ? inner : null;

    public static IReadOnlyList<JsonElement> Items(this JsonElement owner, string name, string where) =>
        owner.Member(name, JsonValueKind.Array, "a list", where) is { } list ? [.. list.EnumerateArray()] : [];

    public static int Integer(this JsonElement owner, string name, string where) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : throw new ItemException($"`{name}` of {where} must be a whole number");

    public static double Number(this JsonElement owner, string name, string where) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Number } value
            ? value.GetDouble()
            : throw new ItemException($"`{name}` of {where} must be a number");

    public static bool? Flag(this JsonElement owner, string name, string where) => owner.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } found => throw new ItemException($"`{name}` of {where} is {found.Noun()}; it must be true or false"),
    };
}
