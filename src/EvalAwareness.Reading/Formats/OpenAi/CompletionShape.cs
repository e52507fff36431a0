using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A prompt and what the model made of it, as verifiers environments write: messages, or text for either.</summary>
internal sealed class CompletionShape : IConversationShape
{
    private const string Where = "the transcript";

    public string Name => "completion";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.Member("prompt") is not null && value.Member("completion") is not null;

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        ReadSide(value, "prompt", Role.User, builder);
        ReadSide(value, "completion", Role.Assistant, builder);
        // Its `id` numbers the questions of a benchmark, not the rollouts.
        return builder.Build();
    }

    private static void ReadSide(JsonElement value, string name, Role role, ConversationBuilder builder)
    {
        if (value.Member(name) is { ValueKind: JsonValueKind.String } text)
            builder.Add(new Message(role, text.GetString()!));
        else if (value.Member(name) is { ValueKind: JsonValueKind.Array } messages)
            builder.Turns(messages.EnumerateArray(), $"{name} message", (message, place) => MessageReader.Read(message, place, builder));
        else
            throw new ItemException($"`{name}` of {Where} is {value.Member(name)?.Noun()}; it must be text or a list of messages");
    }
}
