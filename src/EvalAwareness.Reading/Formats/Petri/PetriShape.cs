using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Formats.Inspect;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Petri;

/// <summary>
/// A transcript of Petri: an auditor model probes a target, and the subject is the target. Its dialogue is replayed from the events, which are
/// what happened; what was rolled back is not in it. The list of its messages that a transcript may hold counts where there are no events for the
/// target, or where one of them cannot be replayed.
/// </summary>
internal sealed class PetriShape : IConversationShape
{
    private const string Messages = "target_messages";
    private const string Where = "the transcript";

    private static readonly string[] Names = ["transcript_id", "auditor_model", "target_model"];

    public string Name => "petri";

    public bool Matches(JsonElement value) => value.ObjectAt("metadata") is { } metadata
        && Names.Any(name => metadata.Member(name) is not null)
        && (value.Member("events") is not null || value.Member(Messages) is not null);

    public Conversation Read(JsonElement value)
    {
        var metadata = value.Member("metadata", JsonValueKind.Object, "an object", Where)!.Value;
        var builder = new ConversationBuilder();
        builder.Turns(Dialogue(value, builder), "message", (message, place) => ChatMessageReader.Read(message, place, author: null, builder));
        return builder.Build() with
        {
            Id = Identity.Of(metadata, "transcript_id"),
            Model = metadata.TextAt("target_model"),
        };
    }

    private static IReadOnlyList<JsonElement> Dialogue(JsonElement value, ConversationBuilder builder)
    {
        var replay = TargetReplay.Of(value.Items("events", Where));
        var stated = value.Items(Messages, Where);
        if (stated.Count > 0 && (!replay.HasEvents || replay.Problems.Count > 0))
            return stated;
        foreach (var (place, reason) in replay.Problems)
            builder.Omit(place, reason);
        return replay.Messages;
    }
}
