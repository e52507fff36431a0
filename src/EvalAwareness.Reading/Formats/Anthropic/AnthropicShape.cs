using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Anthropic;

/// <summary>
/// Anthropic messages: a request with its system prompt beside the messages, told by that or by the types of its content blocks; a reply alone; or both
/// together. There the assistant text that a request ends with was put into the model's mouth for the reply to go on from.
/// </summary>
internal sealed class AnthropicShape : IConversationShape
{
    private const string Where = "the transcript";
    private static readonly string[] Replies = ["response", "reply", "output"];

    public string Name => "anthropic";

    public bool Matches(JsonElement value) =>
        Reply.Is(value)
        || (RequestOf(value) is { } request && (request.Member("system") is not null || OwnBlocks.StandIn(request) || ReplyTo(value) is not null));

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        if (Reply.Is(value))
            builder.Turn("message 0", () => MessageReader.Read(value, "message 0", builder));
        else
            ReadRequest(RequestOf(value)!.Value, ReplyTo(value), builder);
        var stated = StatedFacts.Of(value, builder.Build());
        return stated with { Model = stated.Model ?? ModelOf(ReplyTo(value)) ?? ModelOf(RequestOf(value)) };
    }

    private static void ReadRequest(JsonElement request, JsonElement? reply, ConversationBuilder builder)
    {
        builder.Turn("system", () => SystemPrompt.Read(request, builder));
        var messages = request.Items("messages", Where);
        foreach (var (index, message) in messages.Index())
        {
            var place = $"message {index}";
            Author? author = reply is not null && index == messages.Count - 1 && Reply.IsAssistant(message) ? Author.Prefill : null;
            builder.Turn(place, () => MessageReader.Read(message, place, builder, amend: read => read with { Author = read.Author ?? author }));
        }
        if (reply is { } answer)
            builder.Turn("the reply", () => MessageReader.Read(answer, "the reply", builder));
    }

    private static JsonElement? RequestOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var request = value.Member("request") is { ValueKind: JsonValueKind.Object } nested ? nested : value;
        return request.Member("messages") is { ValueKind: JsonValueKind.Array } ? request : null;
    }

    private static JsonElement? ReplyTo(JsonElement value) => value.ValueKind != JsonValueKind.Object
        ? null
        : Replies.Select(name => value.Member(name)).FirstOrDefault(reply => reply is { } found && Reply.Is(found));

    private static string? ModelOf(JsonElement? value) =>
        value?.Member("model") is { ValueKind: JsonValueKind.String } model ? model.GetString() : null;
}
