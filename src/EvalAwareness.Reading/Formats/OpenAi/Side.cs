using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>One side of an exchange: text, or a list of messages.</summary>
internal static class Side
{
    /// <param name="value">The object that holds it.</param>
    /// <param name="name">The member it stands under.</param>
    /// <param name="role">Whose words text there is.</param>
    /// <param name="builder">Takes the messages.</param>
    public static void Read(JsonElement value, string name, Role role, ConversationBuilder builder)
    {
        if (value.Member(name) is { ValueKind: JsonValueKind.String } text)
            builder.Add(OfText(role, text.GetString()!));
        else if (value.Member(name) is { ValueKind: JsonValueKind.Array } messages)
            builder.Turns(messages.EnumerateArray(), $"{name} message", (message, place) => MessageReader.Read(message, place, builder));
        else
            throw new ItemException($"`{name}` of the transcript is {value.Member(name)?.Noun() ?? "missing"}; it must be text or a list of messages");
    }

    private static Message OfText(Role role, string text)
    {
        var (reasoning, visible) = role == Role.Assistant ? InlineReasoning.Split(text) : ("", text);
        return new Message(role, visible) { Reasoning = reasoning };
    }
}
