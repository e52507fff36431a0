using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>Reads the messages of Inspect, which Petri's transcripts are made of too.</summary>
internal static class ChatMessageReader
{
    /// <summary>Adds a message, and behind it what tools answered that ran beside the model.</summary>
    /// <param name="message">The message.</param>
    /// <param name="where">Names it.</param>
    /// <param name="author">Whose words assistant turns are that nobody put into the model's mouth; null where they are its own.</param>
    /// <param name="conversation">Takes it, and what is left out of it.</param>
    public static void Read(JsonElement message, string where, Author? author, ConversationBuilder conversation)
    {
        if (message.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {message.Noun()}; it must be an object");
        // The first transcripts of Petri call the role a type.
        var role = MessageReader.ReadRole(message, where, "type");
        var content = ContentReader.Read(message, conversation, where);
        conversation.Add(role switch
        {
            Role.Assistant => Assistant(message, content, where) with { Author = IsPrefill(message) ? Author.Prefill : author },
            Role.Tool => new Message(role, content.Text.Length > 0 ? content.Text : Error(message)) { ToolCallId = message.Text("tool_call_id", where) ?? "" },
            _ => new Message(role, content.Text),
        });
        foreach (var answer in ServerAnswers(message))
            conversation.Add(answer);
    }

    private static Message Assistant(JsonElement message, MessageContent content, string where)
    {
        // Logs of 2024 keep reasoning beside the content, or in tags within it.
        var apart = content.Reasoning.Length > 0 ? content.Reasoning : message.Text("reasoning", where) ?? "";
        var (inline, text) = apart.Length == 0 ? InlineReasoning.Split(content.Text) : ("", content.Text);
        return new Message(Role.Assistant, text)
        {
            Reasoning = apart + inline,
            ToolCalls = [.. content.ToolCalls, .. ToolCallReader.Read(message, where)],
        };
    }

    // Part of the question, written by a person at the keyboard, or given to the model to go on from.
    private static bool IsPrefill(JsonElement message) =>
        message.Member("source") is { ValueKind: JsonValueKind.String } source && (source.ValueEquals("input") || source.ValueEquals("operator"))
        || message.Member("metadata") is { ValueKind: JsonValueKind.Object } metadata && metadata.Member("prefill") is { ValueKind: JsonValueKind.True };

    private static string Error(JsonElement message) =>
        message.Member("error") is { ValueKind: JsonValueKind.Object } error && error.Member("message") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static IEnumerable<Message> ServerAnswers(JsonElement message) => message.Member("content") is { ValueKind: JsonValueKind.Array } parts
        ? parts.EnumerateArray().Where(IsServerCall).Select(part => new Message(Role.Tool, TextOf(part, "result")) { ToolCallId = TextOf(part, "id") })
        : [];

    private static bool IsServerCall(JsonElement part) => part.ValueKind == JsonValueKind.Object && TextOf(part, "type") == "tool_use" && TextOf(part, "result").Length > 0;

    private static string TextOf(JsonElement owner, string name) => owner.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
