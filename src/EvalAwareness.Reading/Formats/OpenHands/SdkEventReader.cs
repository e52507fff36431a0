using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>Reads events of the SDK. Calls of one reply are an event each, and one turn again here; <c>summary</c> is a label.</summary>
internal sealed class SdkEventReader(ConversationBuilder conversation)
{
    private ReplyInParts? _open;

    public string? Model { get; private set; }

    public void Read(JsonElement entry, string kind, string where)
    {
        if (kind == "ActionEvent")
        {
            Act(entry, where);
            return;
        }
        if (IsOfNoDialogue(kind))
        {
            Model ??= ModelOf(entry);
            return;
        }
        Finish();
        ReadOther(entry, kind, where);
    }

    /// <summary>Ends the reply that further calls might have belonged to.</summary>
    public void Finish()
    {
        if (_open is not null)
            conversation.Add(SpokenCalls.Hear(_open.ToTurn()));
        _open = null;
    }

    private void ReadOther(JsonElement entry, string kind, string where)
    {
        switch (kind)
        {
            case "SystemPromptEvent":
                conversation.Add(new Message(Role.System, Pieces.Join(entry.TextAt("system_prompt", "text"), entry.TextAt("dynamic_context", "text"))));
                break;
            case "MessageEvent":
                ReadMessage(entry, where);
                break;
            case "ObservationEvent":
                var observation = entry.ObjectAt("observation") ?? throw new ItemException($"{where} has no `observation`");
                Answer(entry, Pieces.Join(ContentReader.Read(observation, conversation, where).Text, Extension(entry, where)));
                break;
            case "UserRejectObservation":
                Answer(entry, entry.Text("rejection_reason", where));
                break;
            case "AgentErrorEvent":
                Answer(entry, entry.Text("error", where), Author.Scaffold);
                break;
            case "Condensation" or "CondensationSummaryEvent":
                if (entry.Text("summary", where) is { Length: > 0 } summary)
                    conversation.Add(new Message(Role.User, summary) { Author = Author.Scaffold });
                break;
            default:
                conversation.Omit(where, $"of kind `{kind}`, which is not known");
                break;
        }
    }

    private void ReadMessage(JsonElement entry, string where)
    {
        var message = entry.Member("llm_message") ?? throw new ItemException($"{where} has no `llm_message`");
        var extension = Extension(entry, where);
        var author = entry.TextAt("source") == "environment" ? Author.Scaffold : (Author?)null;
        MessageReader.Read(message, where, conversation, amend: read => read with { Content = Pieces.Join(read.Content, extension), Author = author });
    }

    private void Act(JsonElement entry, string where)
    {
        var thought = new ContentReader(conversation, where).Read(entry.Member("thought"));
        var said = MessageReader.Compose(entry, Role.Assistant, thought, conversation, where);
        var call = entry.ObjectAt("tool_call") is { } given ? ToolCallReader.ReadPart(given, $"`tool_call` of {where}") : OwnCall(entry, where);
        var reply = entry.TextAt("llm_response_id");
        if (_open?.IsOf(reply) != true)
        {
            Finish();
            _open = new ReplyInParts(reply);
        }
        _open!.Add(said.Content, said.Reasoning.Length > 0 ? said.Reasoning : Summary(entry), call);
    }

    private static ToolCall OwnCall(JsonElement entry, string where) => new(
        entry.Text("tool_call_id", where) ?? "",
        entry.Text("tool_name", where) ?? throw new ItemException($"{where} has neither `tool_call` nor `tool_name`"),
        entry.ObjectAt("action") is { } action ? JsonText.Without(action, "kind") : "{}");

    private static string Summary(JsonElement entry) => entry.ObjectAt("responses_reasoning_item")?.ListAt("summary") is { } pieces
        ? Pieces.Join(pieces.EnumerateArray().Select(piece => piece.ValueKind == JsonValueKind.String ? piece.GetString() : piece.TextAt("text")))
        : "";

    /// <summary>What the program put behind a message or a result, such as rules that a word in it called up.</summary>
    private string Extension(JsonElement entry, string where) => new ContentReader(conversation, where).Read(entry.ListAt("extended_content")).Text;

    private void Answer(JsonElement entry, string? text, Author? author = null) =>
        conversation.Add(new Message(Role.Tool, text ?? "") { ToolCallId = entry.TextAt("tool_call_id") ?? "", Author = author });

    private static bool IsOfNoDialogue(string kind) => kind is "ConversationStateUpdateEvent" or "ConversationErrorEvent" or "LLMCompletionLogEvent"
        or "PauseEvent" or "InterruptEvent" or "TokenEvent" or "StreamingDeltaEvent" or "HookExecutionEvent" or "CondensationRequest";

    private static string? ModelOf(JsonElement entry) =>
        entry.TextAt("value", "agent", "llm", "model") ?? entry.TextAt("value", "usage_to_metrics", "agent", "model_name")
        ?? entry.TextAt("value", "usage_to_metrics", "default", "model_name");
}
