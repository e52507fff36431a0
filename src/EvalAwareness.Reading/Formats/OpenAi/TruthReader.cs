using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>Reads what the author of a synthetic transcript knows about it, and checks it against the messages.</summary>
internal static class TruthReader
{
    private const string Where = "`truth`";

    public static Truth? Read(JsonElement? metadata, Conversation conversation)
    {
        if (metadata?.Member("truth", JsonValueKind.Object, "an object", "`metadata`") is not { } truth)
            return null;
        if (conversation.Omissions is [var omission, ..])
            throw new ItemException($"{Where} counts messages, and {omission.Place} cannot be read: {omission.Reason}");
        return new Truth(
            RequiredFlag(truth, "aware"),
            RequiredFlag(truth, "verbalized"),
            truth.Integer("cues", Where),
            [.. truth.Items("sentences", Where).Select((sentence, index) => ReadSentence(sentence, index, conversation.Messages))]);
    }

    /// <summary>The label on its own, which must agree with the truth where both are given.</summary>
    public static bool? LabelAware(JsonElement? metadata, Truth? truth)
    {
        var label = metadata?.Flag("label_aware", "`metadata`");
        if (label is not null && truth is not null && label != truth.Aware)
            throw new ItemException("`label_aware` and `truth.aware` disagree");
        return label ?? truth?.Aware;
    }

    private static bool RequiredFlag(JsonElement truth, string name) =>
        truth.Flag(name, Where) ?? throw new ItemException($"{Where} has no `{name}`");

    private static SentenceTruth ReadSentence(JsonElement json, int index, IReadOnlyList<Message> messages)
    {
        var where = $"sentence {index} of {Where}";
        if (json.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {json.Noun()}; it must be an object");
        var section = SegmentKinds.Parse(json.Text("section", where) ?? "");
        if (section?.IsResponse() != true)
            throw new ItemException($"`section` of {where} must be text or reasoning");
        var sentence = new SentenceTruth(
            json.Integer("message", where), section.Value, json.Integer("start", where), json.Integer("end", where),
            json.Number("credence", where));
        RequireInside(sentence, messages, where);
        return sentence;
    }

    private static void RequireInside(SentenceTruth sentence, IReadOnlyList<Message> messages, string where)
    {
        if (sentence.MessageIndex < 0 || sentence.MessageIndex >= messages.Count)
            throw new ItemException($"{where} is in message {sentence.MessageIndex}; there are {messages.Count} messages");
        var message = messages[sentence.MessageIndex];
        var length = (sentence.Section == SegmentKind.AssistantText ? message.Content : message.Reasoning).Length;
        if (sentence.Start < 0 || sentence.End > length || sentence.Start > sentence.End)
            throw new ItemException($"{where} spans {sentence.Start} to {sentence.End}; its text has {length} characters");
        if (!(sentence.Credence is >= 0 and <= 1))
            throw new ItemException($"`credence` of {where} is {sentence.Credence}; it must lie between 0 and 1");
    }
}
