using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>
/// An object with its chat under <c>messages</c>, or under <c>traj</c> as agent benchmarks publish it. The project's own datasets are written so,
/// with what is known of each under <c>metadata</c>.
/// </summary>
internal sealed class MessagesShape : IConversationShape
{
    private static readonly string[] Lists = ["messages", "traj"];

    public string Name => "openai";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Lists.Any(name => value.Member(name) is not null);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.Items(Lists.First(name => value.Member(name) is not null), "the transcript"), "message",
            (message, place) => MessageReader.Read(message, place, builder));
        return StatedFacts.Of(value, builder.Build());
    }
}
