using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.ShareGpt;

/// <summary>
/// Turns with <c>from</c> and <c>value</c> under <c>conversations</c>, or in a list with nothing around it. Of a preference the chosen reply, which stands
/// outside the list, is read.
/// </summary>
internal sealed class ShareGptShape : IConversationShape
{
    private const string Where = "the transcript";
    private static readonly string[] Lists = ["conversations", "conversation"];

    public string Name => "sharegpt";

    public bool Matches(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ListOf(value) is not null,
        JsonValueKind.Array => value.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && first.TryGetProperty("from", out _),
        _ => false,
    };

    public bool IsTurn(JsonSketch item) => item["from"].IsText && item.Has("value");

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        if (value.ValueKind == JsonValueKind.Array)
        {
            ReadTurns(value.EnumerateArray(), builder);
            return builder.Build();
        }
        if (value.Text("system", Where) is { Length: > 0 } system)
            builder.Add(new Message(Role.System, system));
        ReadTurns(value.Items(ListOf(value)!, Where), builder);
        if (value.Member("chosen", JsonValueKind.Object, "a turn", Where) is { } chosen)
            builder.Turn("the chosen reply", () => TurnReader.Read(chosen, "the chosen reply", builder));
        return builder.Build() with
        {
            Id = Identity.Of(value),
            Model = value.Member("model") is { ValueKind: JsonValueKind.String } model ? model.GetString() : null,
        };
    }

    private static void ReadTurns(IEnumerable<JsonElement> turns, ConversationBuilder builder) =>
        builder.Turns(turns, "turn", (turn, place) => TurnReader.Read(turn, place, builder));

    private static string? ListOf(JsonElement value) => Lists.FirstOrDefault(name => value.Member(name) is { ValueKind: JsonValueKind.Array });
}
