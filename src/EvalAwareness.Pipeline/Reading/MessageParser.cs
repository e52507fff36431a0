using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>Reads one message of the chat format.</summary>
internal static class MessageParser
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["system"] = Role.System,
        ["developer"] = Role.System,
        ["user"] = Role.User,
        ["assistant"] = Role.Assistant,
        ["tool"] = Role.Tool,
        ["function"] = Role.Tool,
    };

    public static Message Parse(JsonElement message, int index)
    {
        var where = $"message {index}";
        if (message.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {message.Noun()}; it must be an object");
        return new Message(ReadRole(message, where), ReadContent(message, where))
        {
            Reasoning = message.Text("reasoning_content", where) ?? message.Text("reasoning", where) ?? "",
            ToolCalls = ToolCallParser.Parse(message, where),
            ToolCallId = message.Text("tool_call_id", where) ?? "",
        };
    }

    private static Role ReadRole(JsonElement message, string where)
    {
        var name = message.Text("role", where) ?? throw new ItemException($"{where} has no `role`");
        return Roles.TryGetValue(name, out var role)
            ? role
            : throw new ItemException($"{where} has the unknown role `{name}`; known are {string.Join(", ", Roles.Keys)}");
    }

    private static string ReadContent(JsonElement message, string where) => message.Member("content") switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts =>
            string.Join('\n', parts.EnumerateArray().Select((part, index) => ReadPart(part, index, where))),
        { } found => throw new ItemException(
            $"`content` of {where} is {found.Noun()}; it must be text, null or a list of text parts"),
    };

    private static string ReadPart(JsonElement part, int index, string messageName)
    {
        var where = $"content part {index} of {messageName}";
        if (part.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {part.Noun()}; it must be an object");
        if (part.Text("type", where) is var type and not "text")
            throw new ItemException($"{where} is of type `{type}`; only text can be read");
        return part.Text("text", where) ?? throw new ItemException($"{where} has no `text`");
    }
}
