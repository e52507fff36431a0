using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>
/// Makes a conversation of a picked sample: its messages in their final state. Calls of scorers and sub-agents stand in events only, and nothing there
/// tells for sure whose they are, so that no conversation is made of events.
/// </summary>
internal static class SampleReader
{
    private const string Where = "the sample";

    public static ReadConversation Read(SourceItem sample, EvalHead head) =>
        ItemReading.Read(sample, InspectFormat.FormatName, json => (InspectFormat.FormatName, Read(json, head)));

    /// <summary>Something of the log that is no conversation.</summary>
    public static ReadConversation Failure(string place, string problem) => new(InspectFormat.FormatName, place, "") { Problem = problem };

    private static Conversation Read(JsonElement sample, EvalHead head)
    {
        if (sample.ValueKind != JsonValueKind.Object)
            throw new ItemException($"a sample is an object, not {sample.Noun()}");
        var builder = new ConversationBuilder();
        var messages = Messages(sample, builder);
        var attachments = Attachments.Of(sample);
        builder.Turns(messages, "message", (message, place) =>
            ChatMessageReader.Read(attachments.Resolve(message, place), place, head.IsAudit ? Author.Auditor : null, builder));
        return builder.Build() with { Id = Id(sample, head), Model = head.Model };
    }

    private static IReadOnlyList<JsonElement> Messages(JsonElement sample, ConversationBuilder builder)
    {
        var messages = sample.Items("messages", Where);
        if (messages.Count == 0)
            messages = MessageRefs.Resolve(sample, builder);
        return messages.Count > 0 || sample.Member("model_calls") is not { } calls || calls.GetRawText() == "0"
            ? messages
            : throw new ItemException(
                $"{Where} has no messages; the {calls.GetRawText()} model calls in its events are not read: they mix the model's with those of "
                + "scorers and sub-agents");
    }

    private static string? Id(JsonElement sample, EvalHead head) => Identity.Of(sample, "uuid")
        ?? (head.EvalId is { } eval && Identity.Of(sample) is { } id && Identity.Of(sample, "epoch") is { } epoch ? $"{eval}:{id}:{epoch}" : null);
}
