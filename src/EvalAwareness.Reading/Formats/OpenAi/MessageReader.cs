using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>Reads messages of the chat format.</summary>
internal static class MessageReader
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["system"] = Role.System,
        ["developer"] = Role.System,
        ["user"] = Role.User,
        ["assistant"] = Role.Assistant,
        ["tool"] = Role.Tool,
        ["function"] = Role.Tool,
    };

    /// <summary>Adds a message, and one for each answer of a tool within it.</summary>
    public static void Read(JsonElement message, string where, ConversationBuilder conversation)
    {
        if (message.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {message.Noun()}; it must be an object");
        var role = ReadRole(message, where);
        var content = ContentReader.Read(message, conversation, where);
        foreach (var result in content.ToolResults)
            conversation.Add(new Message(Role.Tool, result.Text) { ToolCallId = result.CallId });
        if (content.ToolResults.Count == 0 || content.Text.Length > 0)
            conversation.Add(Compose(message, role, content, where));
    }

    private static Message Compose(JsonElement message, Role role, MessageContent content, string where)
    {
        string[] apart = [message.FirstText(where, "reasoning_content", "reasoning") ?? "", content.Reasoning];
        // Where a source keeps reasoning apart, tags in the text are text.
        var isInline = role == Role.Assistant && apart.All(string.IsNullOrEmpty);
        var (inline, text) = isInline ? InlineReasoning.Split(content.Text) : ("", content.Text);
        return new Message(role, text)
        {
            Reasoning = string.Join('\n', apart.Append(inline).Where(piece => piece.Length > 0)),
            ToolCalls = [.. content.ToolCalls, .. ToolCallReader.Read(message, where)],
            ToolCallId = message.Text("tool_call_id", where) ?? "",
            Author = ReadAuthor(message, where),
        };
    }

    /// <param name="message">The message.</param>
    /// <param name="where">Names it.</param>
    /// <param name="alias">What some call the role.</param>
    public static Role ReadRole(JsonElement message, string where, string alias = "role")
    {
        var name = message.FirstText(where, "role", alias) ?? throw new ItemException($"{where} has no `role`");
        return Roles.TryGetValue(name, out var role)
            ? role
            : throw new ItemException($"{where} has the unknown role `{name}`; known are {string.Join(", ", Roles.Keys)}");
    }

    /// <summary>Only files that this program wrote say so.</summary>
    private static Author? ReadAuthor(JsonElement message, string where) => message.Text("author", where) is not { } name
        ? null
        : Authors.Parse(name) ?? throw new ItemException($"`author` of {where} is `{name}`; known are {string.Join(", ", Enum.GetValues<Author>().Select(author => author.Name()))}");
}
