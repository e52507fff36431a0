using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>Reads the tool calls of a message, and the single <c>function_call</c> that came before them.</summary>
internal static class ToolCallParser
{
    public static IReadOnlyList<ToolCall> Parse(JsonElement message, string where)
    {
        var calls = message.Items("tool_calls", where)
            .Select((call, index) => ReadCall(call, $"tool call {index} of {where}")).ToList();
        if (message.Member("function_call", JsonValueKind.Object, "an object", where) is { } legacy)
            calls.Add(ReadFunction(legacy, "", where));
        return calls;
    }

    private static ToolCall ReadCall(JsonElement call, string where)
    {
        if (call.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {call.Noun()}; it must be an object");
        var function = call.Member("function", JsonValueKind.Object, "an object", where)
            ?? throw new ItemException($"{where} has no `function`");
        return ReadFunction(function, call.Text("id", where) ?? "", where);
    }

    private static ToolCall ReadFunction(JsonElement function, string id, string where)
    {
        var name = function.Text("name", where) ?? throw new ItemException($"{where} has no function `name`");
        return new ToolCall(id, name, function.Member("arguments") switch
        {
            null => "{}",
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } json => json.GetRawText(),
            { } found => throw new ItemException($"`arguments` of {where} is {found.Noun()}; it must be text or an object"),
        });
    }
}
