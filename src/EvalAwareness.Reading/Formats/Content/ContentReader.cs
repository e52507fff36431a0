using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>
/// Reads the content of a message: text, or a list of typed parts. The vendors' part types have names of their own, so that one
/// reader serves all of them. Pictures and the like are omissions.
/// </summary>
/// <param name="conversation">Takes what is left out.</param>
/// <param name="where">Names the message.</param>
internal sealed class ContentReader(ConversationBuilder conversation, string where)
{
    private readonly TextPieces _text = new();
    private readonly List<string> _reasoning = [];
    private readonly List<ToolCall> _calls = [];
    private readonly List<ToolResult> _results = [];

    public static MessageContent Read(JsonElement message, ConversationBuilder conversation, string where) =>
        new ContentReader(conversation, where).Read(message.Member("content"));

    /// <summary>Content in the order in which it came about: what a server's tool answered within a turn stands before what was said next.</summary>
    public static IReadOnlyList<MessageContent> ReadSteps(JsonElement message, ConversationBuilder conversation, string where)
    {
        if (message.Member("content") is not { ValueKind: JsonValueKind.Array } parts)
            return [Read(message, conversation, where)];
        var steps = new List<MessageContent>();
        var step = new ContentReader(conversation, where);
        foreach (var (index, part) in parts.EnumerateArray().Index())
        {
            if (IsResult(part) && step.HasWords)
            {
                steps.Add(step.Taken());
                step = new ContentReader(conversation, where);
            }
            step.ReadPart(part, $"content part {index} of {where}");
        }
        return [.. steps, step.Taken()];
    }

    public MessageContent Read(JsonElement? content)
    {
        switch (content)
        {
            case null:
                break;
            case { ValueKind: JsonValueKind.String } text:
                _text.Add(text.GetString()!);
                break;
            case { ValueKind: JsonValueKind.Array } parts:
                foreach (var (index, part) in parts.EnumerateArray().Index())
                    ReadPart(part, $"content part {index} of {where}");
                break;
            case { } found:
                throw new ItemException($"`content` of {where} is {found.Noun()}; it must be text, null or a list of parts");
        }
        return Taken();
    }

    private bool HasWords => !_text.IsEmpty || _reasoning.Count + _calls.Count > 0;

    private MessageContent Taken() =>
        new(_text.ToString(), string.Join('\n', _reasoning.Where(piece => piece.Length > 0)), [.. _calls], [.. _results]);

    private void ReadPart(JsonElement part, string place)
    {
        if (part.ValueKind == JsonValueKind.String)
        {
            _text.Add(part.GetString()!);
            return;
        }
        if (part.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{place} is {part.Noun()}; it must be an object");
        switch (part.Text("type", place))
        {
            case "text" or "input_text" or "output_text":
                _text.Add(part.FirstText(place, "text", "value") ?? throw new ItemException($"{place} has no `text`"), IsCited(part));
                break;
            case "refusal":
                _text.Add(part.Text("refusal", place) ?? "");
                break;
            case "message":
                // A reply of items holds its text one level deeper.
                foreach (var (index, inner) in part.Items("content", place).Index())
                    ReadPart(inner, $"content part {index} of {place}");
                break;
            case "reasoning" or "thinking":
                ReadReasoning(part, place);
                break;
            case "redacted_thinking":
                conversation.Omit(place, "encrypted reasoning cannot be read");
                break;
            case "tool_use" or "toolCall" or "tool_call" or "server_tool_use" or "mcp_tool_use" or "function_call":
                _calls.Add(ToolCallReader.ReadPart(part, place));
                break;
            case "tool_result" or "toolResult" or "mcp_tool_result":
                _results.Add(ReadResult(part, place));
                break;
            case { } type when type.EndsWith(ServerToolResult.Suffix, StringComparison.Ordinal):
                _results.Add(ServerToolResult.Read(part, place));
                break;
            case var type:
                conversation.Omit(place, $"of type `{type}`; only text can be read");
                break;
        }
    }

    private static bool IsResult(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.Member("type") is { ValueKind: JsonValueKind.String } type
        && (type.ValueEquals("toolResult") || type.GetString()!.EndsWith("tool_result", StringComparison.Ordinal));

    private static bool IsCited(JsonElement part) => part.Member("citations") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;

    private void ReadReasoning(JsonElement part, string place)
    {
        if (part.Flag("redacted", place) == true)
        {
            conversation.Omit(place, "encrypted reasoning cannot be read; its summary stands for it where there is one");
            _reasoning.Add(part.Text("summary", place) ?? "");
            return;
        }
        var reasoning = part.FirstText(place, "reasoning", "thinking", "value", "text") ?? "";
        // Some models give a summary alone, beside a signature.
        _reasoning.Add(reasoning.Length > 0 ? reasoning : Summary(part));
    }

    private static string Summary(JsonElement part) => part.ListAt("summary") is { } pieces
        ? Pieces.Join(pieces.EnumerateArray().Select(piece => piece.TextAt("text")))
        : part.TextAt("summary") ?? "";

    private ToolResult ReadResult(JsonElement part, string place) => new(
        part.FirstText(place, "tool_use_id", "toolCallId", "tool_call_id") ?? "",
        new ContentReader(conversation, place).Read(part.Member("content")).Text);
}
