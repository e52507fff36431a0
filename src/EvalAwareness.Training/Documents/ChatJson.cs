using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Documents;

/// <summary>Reads conversations in OpenAI's chat format; what cannot be read is the document's failure.</summary>
internal static class ChatJson
{
    public static IReadOnlyList<Message> Messages(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw new ItemException("`messages` is no list with messages in it");
        return [.. list.EnumerateArray().Select(Message)];
    }

    /// <summary>The text of a field; null where it is absent or null.</summary>
    public static string? Text(JsonElement owner, string field) => Field(owner, field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new ItemException($"`{field}` is no text"),
    };

    private static Message Message(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            throw new ItemException("a message is no JSON object");
        return new Message(ReadRole(message), Content(message))
        {
            Reasoning = Text(message, "reasoning_content") ?? "",
            ToolCalls = [.. Items(message, "tool_calls").Select(ReadCall)],
            ToolCallId = Text(message, "tool_call_id") ?? "",
        };
    }

    private static Role ReadRole(JsonElement message) => Text(message, "role") switch
    {
        "system" or "developer" => Role.System,
        "user" => Role.User,
        "assistant" => Role.Assistant,
        "tool" => Role.Tool,
        var other => throw new ItemException($"the role `{other}` is unknown"),
    };

    private static string Content(JsonElement message) => Field(message, "content") switch
    {
        { ValueKind: JsonValueKind.Array } => string.Join('\n', Items(message, "content").Select(Part)),
        _ => Text(message, "content") ?? "",
    };

    private static string Part(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && Text(part, "text") is { } text
            ? text
            : throw new ItemException("a part of `content` holds no text");

    private static ToolCall ReadCall(JsonElement call)
    {
        if (call.ValueKind != JsonValueKind.Object || Field(call, "function") is not { ValueKind: JsonValueKind.Object } function)
            throw new ItemException("a tool call has no `function`");
        var name = Text(function, "name") ?? throw new ItemException("a tool call has no `name`");
        return new ToolCall(Text(call, "id") ?? "", name, Arguments(function));
    }

    private static string Arguments(JsonElement function) => Field(function, "arguments") switch
    {
        { ValueKind: JsonValueKind.Object } json => json.GetRawText(),
        _ => Text(function, "arguments") ?? "{}",
    };

    private static IEnumerable<JsonElement> Items(JsonElement owner, string field) => Field(owner, field) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        _ => throw new ItemException($"`{field}` is no list"),
    };

    private static JsonElement? Field(JsonElement owner, string field) =>
        owner.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
