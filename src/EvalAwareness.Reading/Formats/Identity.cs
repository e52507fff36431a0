using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats;

/// <summary>The id that a source gives a conversation.</summary>
internal static class Identity
{
    /// <exception cref="ItemException">It is neither text nor a number.</exception>
    public static string? Of(JsonElement value, string key = "id") => value.Member(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } id when !string.IsNullOrWhiteSpace(id.GetString()) => id.GetString()!,
        { ValueKind: JsonValueKind.Number } id => id.GetRawText(),
        { } found => throw new ItemException($"`{key}` is {found.Noun()}; it must be text that is not blank, or a number"),
    };
}
