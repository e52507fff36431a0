namespace EvalAwareness.Reading.Formats;

/// <summary>What became of one conversation of a file: exactly one of <see cref="Conversation"/> and <see cref="Problem"/> is set.</summary>
/// <param name="Format">Name of the format it was read as.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Sha256">Hash of the bytes it was read from, lower-case hex; empty when there were none.</param>
internal sealed record ReadConversation(string Format, string Place, string Sha256)
{
    public Conversation? Conversation { get; init; }

    /// <summary>Why it could not be read.</summary>
    public string? Problem { get; init; }
}
