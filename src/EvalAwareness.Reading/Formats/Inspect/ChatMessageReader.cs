using System.Text.Json;
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
        message.RequireObject(where);
        // The first transcripts of Petri call the role a type.
        var role = MessageReader.ReadRole(message, where, "type");
        var content = ContentReader.Read(message, conversation, where);
        conversation.Add(role switch
        {
            Role.Assistant => Assistant(message, content, where) with { Author = IsPrefill(message) ? Author.Prefill : author },
            Role.Tool => Answer(message, content) with { ToolCallId = message.Text("tool_call_id", where) ?? "" },
            _ => new Message(role, content.Text),
        });
        foreach (var part in message.ListAt("content")?.EnumerateArray().Where(IsServerAnswer) ?? [])
            conversation.Add(new Message(Role.Tool, part.TextAt("result")!) { ToolCallId = part.TextAt("id") ?? "" });
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

    private static Message Answer(JsonElement message, MessageContent content) =>
        new(Role.Tool, content.Text.Length > 0 ? content.Text : message.TextAt("error", "message") ?? "");

    // Part of the question, written by a person at the keyboard, or given to the model to go on from.
    private static bool IsPrefill(JsonElement message) =>
        message.TextAt("source") is "input" or "operator"
        || message.ObjectAt("metadata")?.Member("prefill") is { ValueKind: JsonValueKind.True };

    private static bool IsServerAnswer(JsonElement part) => part.TextAt("type") == "tool_use" && part.TextAt("result") is { Length: > 0 };
}
