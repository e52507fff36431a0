using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>Reads what the model answered: a reply of a provider, or what the program kept of it; several where it was asked for several.</summary>
internal static class LoggedResponse
{
    public static Conversation Read(JsonElement line, string where)
    {
        var builder = new ConversationBuilder();
        var reply = line.ObjectAt("response") ?? line;
        var answers = reply.ListAt("outputs") ?? reply.ListAt("choices");
        if (answers is { } several)
            builder.Turns(several.EnumerateArray(), $"{where} answer", (answer, place) => builder.Add(Turn(answer, builder, place)));
        else
            builder.Add(Turn(reply, builder, where));
        return builder.Build() with { Model = reply.TextAt("model") ?? line.TextAt("model") };
    }

    private static Message Turn(JsonElement answer, ConversationBuilder builder, string where)
    {
        answer.RequireObject(where);
        var message = answer.ObjectAt("message") ?? answer;
        if ((message.Member("message") ?? message.Member("content")) is not { } text && message.Member("tool_calls") is null)
            throw new ItemException($"{where} is no answer: the keys here are {message.KeyNames()}");
        var content = new ContentReader(builder, where).Read(message.Member("message") ?? message.Member("content"));
        return MessageReader.Compose(message, Role.Assistant, content, builder, where);
    }
}
