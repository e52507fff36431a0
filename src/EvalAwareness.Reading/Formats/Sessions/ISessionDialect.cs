using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>How one tool writes the lines of its sessions; made anew for each session.</summary>
internal interface ISessionDialect
{
    /// <exception cref="ItemException">The line is no event.</exception>
    SessionEvent Read(JsonElement line, string place);

    /// <summary>The session's own stable id; null where it has none.</summary>
    string? IdOf(IReadOnlyList<SessionEvent> events, string fileName);
}
