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
    /// <param name="message">The message.</param>
    /// <param name="where">Names it.</param>
    /// <param name="conversation">Takes it, and what is left out of it.</param>
    /// <param name="amend">What a format knows of its messages beyond the chat format.</param>
    public static void Read(JsonElement message, string where, ConversationBuilder conversation, Func<Message, Message>? amend = null)
    {
        message.RequireObject(where);
        var role = ReadRole(message, where);
        // A model goes on after what its vendor's tools answered; a user's words follow the answers of all tools.
        var steps = role == Role.Assistant ? ContentReader.ReadSteps(message, conversation, where) : [ContentReader.Read(message, conversation, where)];
        var first = Compose(message, role, steps[0], conversation, where) with { Author = ReadAuthor(message, where) };
        Add(steps[0], amend?.Invoke(first) ?? first, conversation);
        foreach (var step in steps.Skip(1))
        {
            var next = first with { Content = step.Text, Reasoning = step.Reasoning, ToolCalls = step.ToolCalls };
            Add(step, amend?.Invoke(next) ?? next, conversation);
        }
    }

    private static void Add(MessageContent content, Message message, ConversationBuilder conversation)
    {
        foreach (var result in content.ToolResults)
            conversation.Add(new Message(Role.Tool, result.Text) { ToolCallId = result.CallId });
        if (content.ToolResults.Count == 0 || message.HasText || message.ToolCalls.Count > 0)
            conversation.Add(message);
    }

    /// <summary>A message of content that is read already and of what stands beside it.</summary>
    public static Message Compose(JsonElement message, Role role, MessageContent content, ConversationBuilder conversation, string where)
    {
        var beside = message.FirstText(where, "reasoning_content", "reasoning") is { Length: > 0 } reasoning
            ? reasoning
            : new ContentReader(conversation, $"`thinking_blocks` of {where}").Read(message.ListAt("thinking_blocks")).Reasoning;
        var apart = Pieces.Join(beside, content.Reasoning);
        var (inline, text) = role == Role.Assistant ? InlineReasoning.Split(content.Text) : ("", content.Text);
        // Where a source keeps reasoning apart, tags in the text are text, unless they hold the same once more.
        var isInline = apart.Length == 0 || apart.Trim() == inline;
        return new Message(role, isInline ? text : content.Text)
        {
            Reasoning = apart.Length == 0 ? inline : apart,
            ToolCalls = [.. content.ToolCalls, .. ToolCallReader.Read(message, where)],
            ToolCallId = message.Text("tool_call_id", where) ?? "",
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
