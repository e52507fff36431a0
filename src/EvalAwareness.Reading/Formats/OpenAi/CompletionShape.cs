using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A prompt and what the model made of it, as verifiers environments write: messages, or text for either.</summary>
internal sealed class CompletionShape : IConversationShape
{
    public string Name => "completion";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.Member("prompt") is not null && value.Member("completion") is not null;

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        Side.Read(value, "prompt", Role.User, builder);
        Side.Read(value, "completion", Role.Assistant, builder);
        // Its `id` numbers the questions of a benchmark, not the rollouts.
        return builder.Build();
    }
}
