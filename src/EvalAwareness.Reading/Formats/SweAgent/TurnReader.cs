using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.SweAgent;

/// <summary>Reads messages of the history, or steps of the trajectory where there is no history.</summary>
/// <param name="conversation">Takes them.</param>
/// <param name="exitStatus">How the run ended, as the program says; null where it does not.</param>
internal sealed class TurnReader(ConversationBuilder conversation, string? exitStatus)
{
    private readonly HashSet<string> _said = [];

    public void ReadMessage(JsonElement item, string where) =>
        MessageReader.Read(item, where, conversation, amend: message => Amend(message, item, where));

    /// <summary>A step as two turns: what the model said and did, and what came of it.</summary>
    public void ReadStep(JsonElement step, string where)
    {
        step.RequireObject(where);
        if ((step.Text("response", where) ?? step.Text("thought", where)) is not { } response)
            throw new ItemException($"{where} has neither `response` nor `thought`");
        var (reasoning, text) = InlineReasoning.Split(response);
        conversation.Add(Part(new Message(Role.Assistant, text) { Reasoning = reasoning }, step));
        if (step.Text("observation", where) is { } observation && !string.IsNullOrWhiteSpace(observation))
            conversation.Add(new Message(Role.User, observation));
    }

    /// <summary>Says so where the history does not hold what the model said in a step.</summary>
    public void MissStep(JsonElement step, string where)
    {
        step.RequireObject(where);
        if (step.TextAt("response") is { } response && !string.IsNullOrWhiteSpace(response) && !_said.Contains(InlineReasoning.Split(response).Text.Trim()))
            conversation.Omit(where, "its response is not in `history`, which is the dialogue");
    }

    private Message Amend(Message message, JsonElement item, string where)
    {
        _said.Add(message.Content.Trim());
        var amended = message with
        {
            Author = item.Flag("is_demo", where) == true ? Author.Demonstration : message.Author,
            ToolCallId = AnsweredCall(item, where) ?? message.ToolCallId,
        };
        return message.Role == Role.Assistant && message.ToolCalls.Count == 0 ? Part(amended, item) : amended;
    }

    private Message Part(Message turn, JsonElement source)
    {
        var thought = source.TextAt("thought") ?? turn.Content;
        var action = source.TextAt("action") ?? "";
        return IsExit(turn.Content, thought, action)
            ? turn with { Author = turn.Author ?? Author.Scaffold }
            : TextModeTurn.Part(turn, InlineReasoning.Split(thought).Text, action);
    }

    /// <summary>Whether the program that cut the run off speaks in the model's place.</summary>
    private bool IsExit(string content, string thought, string action) =>
        content.Trim() == thought.Trim() && (action.StartsWith("exit_", StringComparison.Ordinal)
            || (action.Length == 0 && content.StartsWith("Exit", StringComparison.Ordinal) && exitStatus?.Contains("exit_", StringComparison.Ordinal) == true));

    private static string? AnsweredCall(JsonElement item, string where) =>
        item.Items("tool_call_ids", where) is [{ ValueKind: JsonValueKind.String } id, ..] ? id.GetString() : null;
}
