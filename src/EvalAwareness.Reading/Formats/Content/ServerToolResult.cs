using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>What a tool at the model's vendor answered, such as web search: each kind has fields of its own, of which the readable text is taken.</summary>
internal static class ServerToolResult
{
    /// <summary>How the types of such parts end.</summary>
    public const string Suffix = "_tool_result";

    public static ToolResult Read(JsonElement part, string place) => new(
        part.Text("tool_use_id", place) ?? "",
        part.Member("content") is { } content ? string.Join('\n', Texts(content)) : "");

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().Where(IsReadable).SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    // `encrypted_content` and the like are for the vendor alone.
    private static bool IsReadable(JsonProperty member) =>
        member.Name is not ("type" or "media_type") && !member.Name.StartsWith("encrypted", StringComparison.Ordinal);
}
