using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>One line of a session: a message, or something that happened between messages and only holds its place in the tree.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record SessionEvent(string Place)
{
    /// <summary>Null where the tool keeps no ids: then lines follow each other as they stand.</summary>
    public string? Id { get; init; }

    /// <summary>The event it follows; null at a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether it goes on from the line before although it names no parent, as after a compaction.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The reply of the model that it is a piece of.</summary>
    public string? ReplyId { get; init; }

    /// <summary>Whether it belongs to a sub-agent.</summary>
    public bool IsSidechain { get; init; }

    /// <summary>The event from which the session goes on after this one, where it says so.</summary>
    public string? MovesTo { get; init; }

    public string? Session { get; init; }

    /// <summary>The sub-agent that a sidechain belongs to.</summary>
    public string? Agent { get; init; }

    /// <summary>The model that wrote it.</summary>
    public string? Model { get; init; }

    /// <summary>Its type where that is none of those known to hold no message.</summary>
    public string? UnknownType { get; init; }

    public IReadOnlyList<Message> Messages { get; init; } = [];

    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    public bool HoldsSomething => Messages.Count + Omissions.Count > 0;

    /// <summary>Takes the messages and omissions that were read of it.</summary>
    public SessionEvent With(Conversation read) => this with { Messages = read.Messages, Omissions = read.Omissions };
}
