using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>The events of one conversation of OpenHands: a list, or the <c>history</c> or <c>trajectory</c> of a line of results, in old files in
/// pairs of action and observation.</summary>
internal sealed class OpenHandsShape : IConversationShape
{
    private static readonly string[] Lists = ["history", "trajectory", "events"];

    public string Name => "openhands";

    public bool Matches(JsonElement value) => EventsOf(value) is not null;

    public bool IsTurn(JsonSketch item) => OpenHandsEvent.IsOne(item) || item.Items.Any(OpenHandsEvent.IsOne);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        var reader = new EventReader(builder);
        builder.Turns(EventsOf(value)!.Value.EnumerateArray().SelectMany(Unpair), "event", reader.Read);
        reader.Finish();
        return builder.Build() with { Model = reader.Model ?? value.TextAt("metadata", "llm_config", "model") ?? value.TextAt("metadata", "llm", "model") };
    }

    private static JsonElement? EventsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? HoldsEvents(value) ? value : null
        : Lists.Select(name => value.ListAt(name)).FirstOrDefault(list => list is { } events && HoldsEvents(events));

    private static bool HoldsEvents(JsonElement list) => list.EnumerateArray().SelectMany(Unpair).Any(OpenHandsEvent.IsOne);

    private static IEnumerable<JsonElement> Unpair(JsonElement item) => item.ValueKind == JsonValueKind.Array ? item.EnumerateArray() : [item];
}
