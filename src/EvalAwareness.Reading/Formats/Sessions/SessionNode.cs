using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>A place in the tree of a session: an event, or all pieces of one reply.</summary>
internal sealed class SessionNode
{
    private readonly List<Message> _messages;
    private readonly List<Omission> _omissions;

    /// <param name="first">The event, or the first piece of the reply.</param>
    /// <param name="parent">The place it follows; earlier in the file.</param>
    /// <param name="number">Its place in the order of the file.</param>
    public SessionNode(SessionEvent first, SessionNode? parent, int number)
    {
        (Parent, Place, ReplyId, IsSidechain, Model) = (parent, first.Place, first.ReplyId, first.IsSidechain, first.Model);
        Order = IsSidechain && parent is { IsSidechain: true } ? parent.Order : number;
        _messages = [.. first.Messages];
        _omissions = [.. first.Omissions];
    }

    public SessionNode? Parent { get; }

    public string Place { get; }

    public string? ReplyId { get; }

    public string? Model { get; }

    public bool IsSidechain { get; }

    /// <summary>Where it is told: sidechains run beside each other, and each is told from where it begins.</summary>
    public int Order { get; }

    public IReadOnlyList<Message> Messages => _messages;

    public IReadOnlyList<Omission> Omissions => _omissions;

    public bool HoldsSomething => _messages.Count + _omissions.Count > 0;

    /// <summary>Whether it holds answers of tools and nothing else.</summary>
    public bool IsAnswer => _messages.Count > 0 && _messages.TrueForAll(message => message.Role == Role.Tool);

    /// <summary>Adds a further piece of the same reply.</summary>
    public void Add(SessionEvent piece)
    {
        foreach (var message in piece.Messages)
        {
            if (_messages is [.., { Role: Role.Assistant } said] && message.Role == Role.Assistant)
                _messages[^1] = Joined(said, message);
            else
                _messages.Add(message);
        }
        _omissions.AddRange(piece.Omissions);
    }

    private static Message Joined(Message said, Message more) => said with
    {
        Content = Joined(said.Content, more.Content),
        Reasoning = Joined(said.Reasoning, more.Reasoning),
        ToolCalls = [.. said.ToolCalls, .. more.ToolCalls],
    };

    private static string Joined(string said, string more) => said.Length == 0 || more.Length == 0 ? said + more : $"{said}\n{more}";
}
