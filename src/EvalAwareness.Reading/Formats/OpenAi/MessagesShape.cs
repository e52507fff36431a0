using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>
/// An object with its chat under <c>messages</c>, or under <c>traj</c> as agent benchmarks publish it. The project's own datasets are written so,
/// with what is known of each under <c>metadata</c>.
/// </summary>
internal sealed class MessagesShape : IConversationShape
{
    private const string Where = "the transcript";
    private static readonly string[] Lists = ["messages", "traj"];

    public string Name => "openai";

    public bool Matches(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Lists.Any(name => value.Member(name) is not null);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        builder.Turns(value.Items(Lists.First(name => value.Member(name) is not null), Where), "message",
            (message, place) => MessageReader.Read(message, place, builder));
        var metadata = value.Member("metadata") is { ValueKind: not JsonValueKind.Object } found
            ? throw new ItemException($"`metadata` of {Where} is {found.Noun()}; it must be an object")
            : value.Member("metadata");
        var conversation = builder.Build();
        var truth = TruthReader.Read(metadata, conversation);
        return conversation with
        {
            Id = Identity.Of(value),
            Model = value.Member("model") is { ValueKind: JsonValueKind.String } model ? model.GetString() : null,
            Truth = truth,
            LabelAware = TruthReader.LabelAware(metadata, truth),
            Origin = OriginReader.Read(metadata),
        };
    }
}
