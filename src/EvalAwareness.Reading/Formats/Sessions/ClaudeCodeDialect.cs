using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>The lines of Claude Code.</summary>
internal sealed class ClaudeCodeDialect : ISessionDialect
{
    /// <summary>The model of messages that the program itself wrote, such as errors of the API.</summary>
    private const string NoModel = "<synthetic>";

    private static readonly HashSet<string> WithoutMessage =
    [
        "summary", "file-history-snapshot", "system", "progress", "queue-operation", "custom-title", "ai-title", "agent-name", "tag",
        "last-prompt", "permission-mode", "turn_end",
    ];

    public SessionEvent Read(JsonElement line, string place)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new ItemException($"{place} is {line.Noun()}; it must be an object");
        var type = line.Text("type", place) ?? "none";
        var read = Linked(line, place);
        return type is "user" or "assistant" ? WithMessage(line, read)
            : WithoutMessage.Contains(type) ? read
            : read with { UnknownType = type };
    }

    public string? IdOf(IReadOnlyList<SessionEvent> events, string fileName)
    {
        // A session that was continued may hold lines of the one before: then neither id is that of the file.
        if (events.Select(line => line.Session).OfType<string>().Distinct().Take(2).ToList() is not [var session])
            return null;
        if (events.Any(line => line.HoldsSomething && !line.IsSidechain))
            return session;
        // All agents of a session have its id.
        var agents = events.Select(line => line.Agent).OfType<string>().Distinct().Take(2).ToList();
        var file = Path.GetFileNameWithoutExtension(fileName);
        return agents is [var agent] ? $"{session}/agent-{agent}" : file.StartsWith("agent-", StringComparison.Ordinal) ? $"{session}/{file}" : null;
    }

    private static SessionEvent Linked(JsonElement line, string place) => new(place)
    {
        Id = line.Text("uuid", place),
        // A compaction begins a new tree, and says beside it what it goes on from.
        ParentId = line.Text("parentUuid", place) ?? line.Text("logicalParentUuid", place),
        GoesOn = IsCompaction(line, place) || !line.TryGetProperty("parentUuid", out _),
        IsSidechain = line.Flag("isSidechain", place) == true,
        Session = line.Text("sessionId", place),
        Agent = line.Text("agentId", place),
    };

    private static bool IsCompaction(JsonElement line, string place) =>
        line.Flag("isCompactSummary", place) == true || line.Text("subtype", place) == "compact_boundary";

    private static SessionEvent WithMessage(JsonElement line, SessionEvent read)
    {
        var message = line.Member("message", JsonValueKind.Object, "an object", read.Place) ?? throw new ItemException($"{read.Place} has no `message`");
        var model = message.Text("model", read.Place);
        var isProgram = model == NoModel || line.Flag("isApiErrorMessage", read.Place) == true || line.Flag("isMeta", read.Place) == true
            || line.Flag("isCompactSummary", read.Place) == true;
        var builder = new ConversationBuilder();
        builder.Turn(read.Place, () => MessageReader.Read(message, read.Place, builder, amend: turn => isProgram ? turn with { Author = Author.Scaffold } : turn));
        return read.With(builder.Build()) with { ReplyId = message.Text("id", read.Place), Model = isProgram ? null : model };
    }
}
