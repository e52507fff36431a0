using System.Text.Json.Nodes;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tests.Templating;

/// <summary>Messages in OpenAI's format, read as the project's own.</summary>
internal static class Conversations
{
    public static List<IReadOnlyList<Message>> Read(string path) =>
        [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(Messages)];

    public static string Text(JsonNode? node, string name) => node![name]?.GetValue<string>() ?? "";

    private static IReadOnlyList<Message> Messages(JsonNode? conversation) => [.. conversation!.AsArray().Select(message =>
        new Message(Enum.Parse<Role>(Text(message, "role"), ignoreCase: true), Text(message, "content"))
        {
            Reasoning = Text(message, "reasoning_content"),
            ToolCallId = Text(message, "tool_call_id"),
            ToolCalls = [.. (message!["tool_calls"]?.AsArray() ?? []).Select(Call)],
        })];

    private static ToolCall Call(JsonNode? call) =>
        new(Text(call, "id"), Text(call!["function"], "name"), call["function"]!["arguments"] is JsonObject arguments
            ? arguments.ToJsonString()
            : Text(call["function"], "arguments"));
}
