using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>Takes the lines of one session and makes a conversation of them; a line that cannot be read is an omission, and the rest goes on.</summary>
internal sealed class SessionRecorder(ISessionDialect dialect)
{
    public static readonly string TooLong = $"the session is too long: more than {SourceItem.Limit} characters or {MostLines} lines";

    // Lines without text take memory too.
    private const int MostLines = 1 << 20;

    private readonly List<SessionEvent> _events = [];
    private readonly List<Omission> _omissions = [];
    private readonly Dictionary<string, int> _unknown = [];
    private long _characters;

    public void Add(JsonElement line, string place)
    {
        try
        {
            Record(dialect.Read(line, place));
        }
        catch (ItemException unreadable)
        {
            Omit(place, unreadable.Message);
        }
    }

    public void Omit(string place, string reason) => _omissions.Add(new Omission(place, reason));

    /// <summary>Whether there is more text than one conversation may hold; nothing more should be added then.</summary>
    public bool IsTooLong => _characters > SourceItem.Limit || _events.Count + _omissions.Count > MostLines;

    /// <param name="fileName">Name of the file it stands in.</param>
    public Conversation Build(string fileName)
    {
        var tree = new SessionTree();
        foreach (var line in IsOfSubAgent ? _events.Select(AsOwn) : _events)
        {
            if (tree.Add(line) is { } first && line.HoldsSomething)
                Omit(line.Place, $"repeats the id of {first}");
        }
        var conversation = MainBranch.Of(tree);
        var unknown = _unknown.Select(type => new Omission($"lines of type `{type.Key}`", $"of no type that is known; there are {type.Value}"));
        return conversation with { Id = dialect.IdOf(_events, fileName), Omissions = [.. conversation.Omissions, .. _omissions, .. unknown] };
    }

    /// <summary>Whether the session is a sub-agent's own: there is nobody else in it.</summary>
    private bool IsOfSubAgent => _events.TrueForAll(line => line.IsSidechain || !line.HoldsSomething);

    /// <summary>In its own session a sub-agent is the model that is read, and what it is asked are the words of the agent that called it.</summary>
    private static SessionEvent AsOwn(SessionEvent line) => line with
    {
        IsSidechain = false,
        Messages = line.IsSidechain
            ? [.. line.Messages.Select(message => message.Role == Role.User ? message with { Author = message.Author ?? Author.SubAgent } : message)]
            : line.Messages,
    };

    private void Record(SessionEvent line)
    {
        _events.Add(line);
        if (line.UnknownType is { } type)
            _unknown[type] = _unknown.GetValueOrDefault(type) + 1;
        _characters += line.Messages.Sum(LengthOf);
    }

    private static long LengthOf(Message message) =>
        (long)message.Content.Length + message.Reasoning.Length + message.ToolCalls.Sum(call => (long)call.Arguments.Length);
}
