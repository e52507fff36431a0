using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>A session of Claude Code as its web client exports it.</summary>
internal sealed class ClaudeCodeExportShape : IConversationShape
{
    /// <summary>The member that the events stand under.</summary>
    public const string List = "loglines";

    public string Name => ClaudeCodeFormat.FormatName;

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.Member(List) is { ValueKind: JsonValueKind.Array };

    public Conversation Read(JsonElement value)
    {
        var session = new SessionRecorder(new ClaudeCodeDialect());
        foreach (var (index, line) in value.Items(List, "the session").Index())
        {
            session.Add(line, $"logline {index}");
            if (session.IsTooLong)
                throw new ItemException(SessionRecorder.TooLong);
        }
        return session.Build("");
    }
}
