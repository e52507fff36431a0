using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Templating;

/// <summary>Messages as templates know them: the dictionaries of OpenAI's chat format.</summary>
internal static class MessageValues
{
    public static object? From(Message message)
    {
        var map = new TemplateMap { ["role"] = RoleName(message.Role), ["content"] = message.Content };
        if (message.Reasoning.Length > 0)
            map["reasoning_content"] = message.Reasoning;
        if (message.ToolCalls.Count > 0)
            map["tool_calls"] = message.ToolCalls.Select(From).ToList();
        if (message.ToolCallId.Length > 0)
            map["tool_call_id"] = message.ToolCallId;
        return map;
    }

    private static object? From(ToolCall call) => new TemplateMap
    {
        ["id"] = call.Id,
        ["type"] = "function",
        ["function"] = new TemplateMap { ["name"] = call.Name, ["arguments"] = Arguments(call) },
    };

    // Templates write a dictionary with tojson; what is no JSON object stays the string it is.
    private static object? Arguments(ToolCall call) =>
        JsonText.TryRead(call.Arguments, out var value) && value is TemplateMap ? value : call.Arguments;

    private static string RoleName(Role role) => role switch
    {
        Role.System => "system",
        Role.User => "user",
        Role.Assistant => "assistant",
        _ => "tool",
    };
}
