using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A pair of dialogues of which one was preferred; that one is read.</summary>
internal sealed class PreferenceShape : IConversationShape
{
    public string Name => "preference";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && ListOf(value) is not null;

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.Items(ListOf(value)!, "the transcript"), "chosen message", (message, place) => MessageReader.Read(message, place, builder));
        return builder.Build();
    }

    // Beside a list of messages that leads up to it, `chosen` is a reply alone.
    private static string? ListOf(JsonElement value) =>
        IsList(value, "chosen_messages") ? "chosen_messages" : IsList(value, "chosen") && !IsList(value, "prompt") ? "chosen" : null;

    private static bool IsList(JsonElement value, string name) => value.Member(name) is { ValueKind: JsonValueKind.Array };
}
