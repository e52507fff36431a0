using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.ShareGpt;

/// <summary>Reads one turn; some writers use the chat format's names in the same place.</summary>
internal static class TurnReader
{
    private const string Call = "function_call";

    private static readonly Dictionary<string, Role> Speakers = new()
    {
        ["human"] = Role.User,
        ["user"] = Role.User,
        ["gpt"] = Role.Assistant,
        ["assistant"] = Role.Assistant,
        ["chatgpt"] = Role.Assistant,
        ["model"] = Role.Assistant,
        ["system"] = Role.System,
        [Call] = Role.Assistant,
        ["observation"] = Role.Tool,
        ["tool"] = Role.Tool,
    };

    public static void Read(JsonElement turn, string where, ConversationBuilder conversation)
    {
        if (turn.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{where} is {turn.Noun()}; it must be an object");
        if (turn.Member("from") is null && turn.Member("role") is not null)
            MessageReader.Read(turn, where, conversation);
        else
            conversation.Add(Read(turn, where));
    }

    private static Message Read(JsonElement turn, string where)
    {
        var speaker = turn.Text("from", where) ?? throw new ItemException($"{where} has no `from`");
        var role = Speakers.TryGetValue(speaker, out var known)
            ? known
            : throw new ItemException($"{where} is from the unknown `{speaker}`; known are {string.Join(", ", Speakers.Keys)}");
        var value = turn.Text("value", where) ?? "";
        if (speaker == Call)
            return new Message(role, "") { ToolCalls = ToolCallReader.ReadText(value, $"`value` of {where}") };
        var (reasoning, text) = role == Role.Assistant ? InlineReasoning.Split(value) : ("", value);
        return new Message(role, text) { Reasoning = reasoning };
    }
}
