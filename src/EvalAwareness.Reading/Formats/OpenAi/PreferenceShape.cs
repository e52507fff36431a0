using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A pair of dialogues of which one was preferred; that one is read.</summary>
internal sealed class PreferenceShape : IConversationShape
{
    public string Name => "preference";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.Member("chosen_messages") is { ValueKind: JsonValueKind.Array };

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.Items("chosen_messages", "the transcript"), "chosen message", (message, place) => MessageReader.Read(message, place, builder));
        return builder.Build();
    }
}
