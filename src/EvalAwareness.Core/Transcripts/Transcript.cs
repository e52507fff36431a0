namespace EvalAwareness.Core.Transcripts;

/// <summary>Messages in order, with what is known of where they came from.</summary>
/// <param name="Id">Unique within a run.</param>
/// <param name="Dataset">Name of the dataset it belongs to.</param>
/// <param name="Kind">Evaluation or deployment.</param>
/// <param name="Messages">The messages in order.</param>
/// <param name="Sha256">Hash of the source bytes it was read from, lower-case hex.</param>
public sealed record Transcript(string Id, string Dataset, TranscriptKind Kind, IReadOnlyList<Message> Messages, string Sha256)
{
    /// <summary>Where it was read; null for one that was made in memory.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What of the source it does not hold.</summary>
    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    /// <summary>Known truth; null for everything but synthetic transcripts.</summary>
    public Truth? Truth { get; init; }

    /// <summary>Whether the assistant believed it was being evaluated, where a label says so; null where unknown.</summary>
    public bool? LabelAware { get; init; }
}
