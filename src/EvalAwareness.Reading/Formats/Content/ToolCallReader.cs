using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>Reads tool calls in their notations: a list beside the content, the single <c>function_call</c> that came before it, a part of the content.</summary>
internal static class ToolCallReader
{
    /// <summary>The calls that stand beside the content of a message.</summary>
    public static IReadOnlyList<ToolCall> Read(JsonElement message, string where)
    {
        var calls = message.Items("tool_calls", where)
            .Select((call, index) => ReadCall(call, $"tool call {index} of {where}")).ToList();
        if (message.Member("function_call", JsonValueKind.Object, "an object", where) is { } legacy)
            calls.Add(ReadFunction(legacy, "", where));
        return calls;
    }

    /// <summary>A call that is a part of the content: name and arguments, or both as JSON under <c>value</c>.</summary>
    public static ToolCall ReadPart(JsonElement part, string where)
    {
        if (part.Member("value") is not { ValueKind: JsonValueKind.String } value)
            return ReadFunction(part, IdOf(part, where), where);
        using var inner = JsonValue.TryParse(value.GetString()!);
        return inner?.RootElement is { ValueKind: JsonValueKind.Object } call
            ? ReadFunction(call, IdOf(call, where), where)
            : throw new ItemException($"`value` of {where} is no JSON object with a function's name");
    }

    /// <summary>Calls that are the whole text of a turn: JSON of one, or of a list of them.</summary>
    public static IReadOnlyList<ToolCall> ReadText(string json, string where)
    {
        using var inner = JsonValue.TryParse(json);
        return inner?.RootElement switch
        {
            { ValueKind: JsonValueKind.Object } call => [ReadCall(call, where)],
            { ValueKind: JsonValueKind.Array } calls => [.. calls.EnumerateArray().Select((call, index) => ReadCall(call, $"tool call {index} in {where}"))],
            _ => throw new ItemException($"{where} is no JSON of a tool call"),
        };
    }

    /// <summary>One call; some writers put each into a string of JSON.</summary>
    private static ToolCall ReadCall(JsonElement call, string where)
    {
        if (call.ValueKind == JsonValueKind.String)
        {
            using var inner = JsonValue.TryParse(call.GetString()!);
            return inner?.RootElement is { ValueKind: JsonValueKind.Object } encoded
                ? ReadCall(encoded, where)
                : throw new ItemException($"{where} is text; it must be an object");
        }
        if (call.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {call.Noun()}; it must be an object");
        var id = IdOf(call, where);
        return call.Member("function") switch
        {
            { ValueKind: JsonValueKind.Object } function => ReadFunction(function, id, where),
            // Evaluation logs name the function beside its arguments.
            { ValueKind: JsonValueKind.String } name => new ToolCall(id, name.GetString()!, Arguments(call, where)),
            null when call.Member("name") is not null || call.Member("function_name") is not null => ReadFunction(call, id, where),
            null => throw new ItemException($"{where} has no `function`"),
            { } found => throw new ItemException($"`function` of {where} is {found.Noun()}; it must be an object"),
        };
    }

    // The id that the answer refers to; items of a reply have another of their own.
    private static string IdOf(JsonElement call, string where) => call.FirstText(where, "call_id", "tool_call_id", "id") ?? "";

    private static ToolCall ReadFunction(JsonElement function, string id, string where) => new(
        id, function.FirstText(where, "name", "function_name") ?? throw new ItemException($"{where} has no function `name`"), Arguments(function, where));

    private static string Arguments(JsonElement function, string where) => (function.Member("arguments") ?? function.Member("input")) switch
    {
        null => "{}",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Object } json => json.GetRawText(),
        { } found => throw new ItemException($"`arguments` of {where} is {found.Noun()}; it must be text or an object"),
    };
}
