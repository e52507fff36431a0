using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.MiniSweAgent;

/// <summary>A trajectory of mini-swe-agent: an object with its messages, or in old files the bare list. <c>extra</c>, which repeats the
/// provider's whole reply, is never read.</summary>
internal sealed class MiniSweAgentShape : IConversationShape
{
    private static readonly MessageListShape List = new();

    public string Name => "mini-swe-agent";

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Any(IsOfIts)
        : value.ListAt("messages") is not null
            && (value.TextAt("trajectory_format")?.StartsWith(Name, StringComparison.Ordinal) == true || value.TextAt("info", "mini_version") is not null);

    public bool IsTurn(JsonSketch item) => List.IsTurn(item);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        var messages = value.ValueKind == JsonValueKind.Array ? value : value.Member("messages")!.Value;
        builder.Turns(messages.EnumerateArray(), "message", (message, place) => Read(message, place, builder));
        return builder.Build() with { Model = value.TextAt("info", "config", "model", "model_name") };
    }

    private static void Read(JsonElement message, string where, ConversationBuilder builder)
    {
        if (message.TextAt("role") == "exit")
            builder.Add(new Message(Role.User, ContentReader.Read(message, builder, where).Text) { Author = Author.Scaffold });
        else if (message.TextAt("object") == "response" || message.TextAt("type") == "function_call_output")
            builder.Add(ReadItems(message, new ContentReader(builder, where).Read(message.Member("output"))));
        else
            MessageReader.Read(message, where, builder, amend: FencedCommand.Part);
    }

    /// <summary>A reply, or the answer to one of its calls, in the form of OpenAI's responses: neither has a role.</summary>
    private static Message ReadItems(JsonElement message, MessageContent output) => message.TextAt("call_id") is { } call
        ? new Message(Role.Tool, output.Text) { ToolCallId = call }
        : new Message(Role.Assistant, output.Text) { Reasoning = output.Reasoning, ToolCalls = output.ToolCalls };

    /// <summary>Whether a message in a bare list is one that only this program writes.</summary>
    private static bool IsOfIts(JsonElement message) =>
        message.TextAt("role") == "exit"
        || message.TextAt("content") is { } content && message.TextAt("role") switch
        {
            "assistant" => content.Contains("```mswea_bash_command", StringComparison.Ordinal),
            "user" => content.Contains("<returncode>", StringComparison.Ordinal),
            _ => false,
        };
}
