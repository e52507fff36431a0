using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>What an object says beside its messages: id, model, and under <c>metadata</c> what is known of it.</summary>
internal static class StatedFacts
{
    /// <exception cref="ItemException">One of them is of the wrong type or contradicts the messages.</exception>
    public static Conversation Of(JsonElement value, Conversation conversation)
    {
        var metadata = value.Member("metadata", JsonValueKind.Object, "an object", "the transcript");
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
