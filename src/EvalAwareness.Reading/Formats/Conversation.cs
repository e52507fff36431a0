using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats;

/// <summary>What a format read: messages in order, and what it could not read of them.</summary>
internal sealed record Conversation(IReadOnlyList<Message> Messages, IReadOnlyList<Omission> Omissions)
{
    /// <summary>The id that the source gives it, the same in every file that holds it; null where it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The model that wrote the assistant turns, as the source names it.</summary>
    public string? Model { get; init; }

    /// <summary>Known truth; only the project's own datasets state it.</summary>
    public Truth? Truth { get; init; }

    public bool? LabelAware { get; init; }

    /// <summary>Where it stood before it was imported into this file; null when this file is its first.</summary>
    public Origin? Origin { get; init; }
}
