using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>
/// Reads events of the first generation: what somebody did, and what came of it. An action that holds the model's reply is read from the
/// reply, once for all its calls; any other from its arguments. <c>message</c> is a label for people to see and never read. What happens
/// between a delegation and its result is another agent's.
/// </summary>
internal sealed class ActionLogReader(ConversationBuilder conversation)
{
    private readonly HashSet<string> _replies = [];
    private int _delegations;

    public string? Model { get; private set; }

    public void Read(JsonElement entry, string where)
    {
        try
        {
            ReadEither(entry, where);
        }
        finally
        {
            // Also where the delegating turn cannot be read, what follows is another agent's.
            _delegations += entry.TextAt("action") == "delegate" ? 1 : 0;
        }
    }

    private void ReadEither(JsonElement entry, string where)
    {
        if (entry.Text("observation", where) is { } observation)
            Observe(entry, observation, where);
        else if (entry.Text("action", where) is not { } action)
            throw new ItemException($"{where} has neither `action` nor `observation`");
        else if (entry.TextAt("source") == "agent" && ReplyOf(entry) is { } reply)
            ReadReply(reply, where);
        else
            Act(entry, action, where);
    }

    private static JsonElement? ReplyOf(JsonElement entry) => entry.ObjectAt("tool_call_metadata")?.ObjectAt("model_response");

    private void ReadReply(JsonElement reply, string where)
    {
        Model ??= reply.TextAt("model");
        if (reply.TextAt("id") is { } id && !_replies.Add(id))
            return;
        var message = reply.ListAt("choices")?.EnumerateArray().FirstOrDefault().ObjectAt("message")
            ?? throw new ItemException($"`model_response` of {where} holds no message");
        MessageReader.Read(message, where, conversation, amend: turn => Attributed(SpokenCalls.Hear(turn)));
    }

    private void Act(JsonElement entry, string action, string where)
    {
        var args = entry.Member("args", JsonValueKind.Object, "an object", where);
        switch (action, entry.TextAt("source"))
        {
            case ("system", _):
                Add(new Message(Role.System, TextOf(args, where)));
                break;
            case ("message", var source):
                Add(new Message(source == "agent" ? Role.Assistant : Role.User, TextOf(args, where)) { Author = source == "environment" ? Author.Scaffold : null });
                break;
            case ("condensation", _):
                AddSummary(args?.TextAt("summary"));
                break;
            case ("null" or "recall" or "change_agent_state" or "condensation_request" or "loop_recovery"
                or "start" or "pause" or "resume" or "stop" or "push" or "send_pr", _):
                break;
            case (_, "agent"):
                Add(SpokenCalls.Hear(Turn(entry, action, args)));
                break;
            case (_, var source):
                ReadForeign(args, $"the action `{action}` of the {source}", where);
                break;
        }
    }

    private string TextOf(JsonElement? args, string where) => args is { } given ? ContentReader.Read(given, conversation, where).Text : "";

    /// <summary>What somebody else did, such as a command that the user ran.</summary>
    private void ReadForeign(JsonElement? args, string name, string where)
    {
        if ((args?.TextAt("command") ?? args?.TextAt("code")) is { } command)
            Add(new Message(Role.User, command));
        else
            conversation.Omit(where, $"{name}, which says nothing");
    }

    /// <summary>A turn made of an action's arguments, where the model's reply was not recorded.</summary>
    private static Message Turn(JsonElement entry, string action, JsonElement? args)
    {
        // What a thought is logged with is the call itself.
        var thought = action == "think" ? null : args?.TextAt("thought");
        var arguments = args is not { } given ? "{}" : action == "think" ? given.GetRawText() : JsonText.Without(given, "thought");
        var call = new ToolCall(CallIdOf(entry), entry.TextAt("tool_call_metadata", "function_name") ?? action, arguments);
        return new Message(Role.Assistant, thought ?? "") { ToolCalls = [call] };
    }

    private void Observe(JsonElement entry, string observation, string where)
    {
        var content = ContentReader.Read(entry, conversation, where).Text;
        switch (observation)
        {
            case "null" or "agent_state_changed" or "loop_detection":
                break;
            case "recall":
                OmitKnowledge(entry, where);
                break;
            case "condense":
                AddSummary(content);
                break;
            case "chat" or "message":
                Add(new Message(Role.User, content));
                break;
            case "delegate":
                _delegations = Math.Max(0, _delegations - 1);
                Add(Result(entry, content.Length > 0 ? content : entry.TextAt("extras", "outputs", "content") ?? ""));
                break;
            default:
                Add(Result(entry, content));
                break;
        }
    }

    private void OmitKnowledge(JsonElement entry, string where)
    {
        if (entry.ObjectAt("extras") is { } extras
            && (extras.ListAt("microagent_knowledge")?.GetArrayLength() > 0 || extras.TextAt("repo_instructions") is { Length: > 0 }))
            conversation.Omit(where, "knowledge that the program put into the prompt; its wording there is not recorded");
    }

    private void AddSummary(string? summary)
    {
        if (!string.IsNullOrWhiteSpace(summary))
            conversation.Add(new Message(Role.User, summary) { Author = Author.Scaffold });
    }

    private static Message Result(JsonElement entry, string content) => new(Role.Tool, content) { ToolCallId = CallIdOf(entry) };

    private static string CallIdOf(JsonElement entry) => entry.TextAt("tool_call_metadata", "tool_call_id") ?? "";

    private void Add(Message message) => conversation.Add(Attributed(message));

    private Message Attributed(Message message) => _delegations > 0 ? message with { Author = Author.SubAgent } : message;
}
