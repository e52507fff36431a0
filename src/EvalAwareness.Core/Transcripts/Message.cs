namespace EvalAwareness.Core.Transcripts;

/// <summary>One message of a transcript.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Content">The visible text; empty when there is none.</param>
public sealed record Message(Role Role, string Content)
{
    /// <summary>The assistant's reasoning where the source keeps it apart from the text; otherwise empty.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>The tools the assistant called in this message.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>The call that a tool message answers; empty when unknown.</summary>
    public string ToolCallId { get; init; } = "";

    /// <summary>Whose words these are where the role does not tell; null when they are those of the role.</summary>
    public Author? Author { get; init; }

    /// <summary>Whether these are the audited model's own words: only they are read and judged.</summary>
    public bool IsOwn => Role == Role.Assistant && Author is null;

    /// <summary>Whether there is text to read, visible or reasoning.</summary>
    public bool HasText => !string.IsNullOrWhiteSpace(Content) || !string.IsNullOrWhiteSpace(Reasoning);
}
