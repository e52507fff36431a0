using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Anthropic;

/// <summary>Content blocks whose types only this API has.</summary>
internal static class OwnBlocks
{
    private static readonly HashSet<string> Types =
        ["tool_use", "tool_result", "thinking", "redacted_thinking", "server_tool_use", "mcp_tool_use", "mcp_tool_result"];

    public static bool StandIn(JsonElement request) => request.Items("messages", "the transcript").Any(HasOne);

    private static bool HasOne(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.Member("content") is { ValueKind: JsonValueKind.Array } blocks
        && blocks.EnumerateArray().Any(IsOne);

    private static bool IsOne(JsonElement block) =>
        block.ValueKind == JsonValueKind.Object && block.Member("type") is { ValueKind: JsonValueKind.String } type && Types.Contains(type.GetString()!);
}
