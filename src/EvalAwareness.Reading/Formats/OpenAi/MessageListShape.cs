using System.Text.Json;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A list of messages with nothing around it.</summary>
internal sealed class MessageListShape : IConversationShape
{
    public string Name => "message-list";

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    // What an API answered stands for itself, also in a list of answers.
    public bool IsTurn(JsonSketch item) => item["role"].IsText && !item.Has("messages") && !item.Has("stop_reason");

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.EnumerateArray(), "message", (message, place) => MessageReader.Read(message, place, builder));
        return builder.Build();
    }
}
