using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Anthropic;

/// <summary>What the API answers: a message of the assistant with the reason why it stopped.</summary>
internal static class Reply
{
    public static bool Is(JsonElement value) =>
        IsAssistant(value) && value.Member("content") is { ValueKind: JsonValueKind.Array }
        && (value.Member("stop_reason") is not null || value.Member("type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("message"));

    public static bool IsAssistant(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.Member("role") is { ValueKind: JsonValueKind.String } role && role.ValueEquals("assistant");
}
