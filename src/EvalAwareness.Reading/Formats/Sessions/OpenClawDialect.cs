using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>The lines of OpenClaw.</summary>
internal sealed class OpenClawDialect : ISessionDialect
{
    private const string Program = "openclaw";
    private const string TaskOfSubAgent = "[Subagent Context]";

    private static readonly HashSet<string> WithoutMessage = ["session", "model_change", "thinking_level_change", "custom", "label", "session_info", "leaf"];

    private string? _session;
    private string _said = "";

    public SessionEvent Read(JsonElement line, string place)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{place} is {line.Noun()}; it must be an object");
        var type = line.Text("type", place) ?? "none";
        if (type == "session")
            _session ??= line.Text("id", place);
        var read = Linked(line, type, place);
        return type switch
        {
            "message" => WithMessage(line, read),
            "compaction" or "branch_summary" => WithSummary(line, read),
            "custom_message" => read with { Omissions = [new Omission(place, "text that the program put before the model, outside its messages")] },
            _ when WithoutMessage.Contains(type) => read,
            _ => read with { UnknownType = type },
        };
    }

    public string? IdOf(IReadOnlyList<SessionEvent> events, string fileName) => _session;

    private static SessionEvent Linked(JsonElement line, string type, string place) => new(place)
    {
        Id = type == "session" ? null : line.Text("id", place),
        ParentId = line.Text("parentId", place),
        GoesOn = !line.TryGetProperty("parentId", out _),
        MovesTo = type == "leaf" && line.Text("appendMode", place) != "side" ? line.Text("appendParentId", place) ?? line.Text("targetId", place) : null,
    };

    private SessionEvent WithMessage(JsonElement line, SessionEvent read)
    {
        var message = line.Member("message", JsonValueKind.Object, "an object", read.Place) ?? throw new ItemException($"{read.Place} has no `message`");
        var builder = new ConversationBuilder();
        builder.Turn(read.Place, () => ReadMessage(message, read.Place, builder));
        var conversation = builder.Build();
        var messages = conversation.Messages.Select(said => said with { Author = AuthorOf(said, message) }).ToList();
        var isOwn = messages.Exists(said => said.IsOwn);
        return read.With(conversation with { Messages = messages }) with { Model = isOwn ? message.Text("model", read.Place) : null };
    }

    private static void ReadMessage(JsonElement message, string place, ConversationBuilder builder)
    {
        if (message.Text("role", place) != "toolResult")
            MessageReader.Read(message, place, builder);
        else
            builder.Add(new Message(Role.Tool, ContentReader.Read(message, builder, place).Text) { ToolCallId = message.Text("toolCallId", place) ?? "" });
    }

    private Author? AuthorOf(Message said, JsonElement message)
    {
        switch (said.Role)
        {
            case Role.Assistant:
                return IsOfProgram(said, message) ? Author.Scaffold : null;
            case Role.User when message.Member("provenance") is not null:
                return Author.Scaffold;
            case Role.User:
                _said = "";
                return said.Content.StartsWith(TaskOfSubAgent, StringComparison.Ordinal) ? Author.SubAgent : null;
            default:
                return null;
        }
    }

    /// <summary>The program notes again what it delivered in a turn; such a copy has no answer of the API behind it.</summary>
    private bool IsOfProgram(Message said, JsonElement message)
    {
        if (message.Member("provider") is { ValueKind: JsonValueKind.String } provider && provider.ValueEquals(Program))
            return true;
        var isCopy = said.Content.Length > 0 && said.Content == _said && said.ToolCalls.Count == 0 && message.Member("responseId") is null;
        _said = said.Content;
        return isCopy;
    }

    private static SessionEvent WithSummary(JsonElement line, SessionEvent read) => line.Text("summary", read.Place) is { Length: > 0 } summary
        ? read with { Messages = [new Message(Role.User, summary) { Author = Author.Scaffold }] }
        : read;
}
