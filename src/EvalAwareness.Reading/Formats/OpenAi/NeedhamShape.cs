using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A sample whose input is a whole dialogue, the model's turns included: how Needham's benchmark of evaluation awareness is published.</summary>
internal sealed class NeedhamShape : IConversationShape
{
    public string Name => "needham";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.Member("input") is { ValueKind: JsonValueKind.Array } input && input.EnumerateArray().All(IsMessage);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.Items("input", "the transcript"), "message", (message, place) => MessageReader.Read(message, place, builder));
        return StatedFacts.Of(value, builder.Build());
    }

    private static bool IsMessage(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("role", out _);
}
