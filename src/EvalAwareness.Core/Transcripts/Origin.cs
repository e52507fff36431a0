namespace EvalAwareness.Core.Transcripts;

/// <summary>Where a transcript came from.</summary>
/// <param name="File">The file, relative to the dataset.</param>
/// <param name="Place">Where in it: line or index from 1, member of an archive, row.</param>
/// <param name="Format">Name of the format it is written in.</param>
public sealed record Origin(string File, string Place, string Format)
{
    /// <summary>The model that wrote the assistant turns, as the source names it; null where it does not.</summary>
    public string? Model { get; init; }

    /// <summary>File and place, for messages.</summary>
    public override string ToString() => $"{File}:{Place}";
}
