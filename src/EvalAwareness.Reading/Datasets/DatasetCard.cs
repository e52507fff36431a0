namespace EvalAwareness.Reading.Datasets;

/// <summary>What a <c>dataset.json</c> says of the transcripts beside it.</summary>
public sealed record DatasetCard
{
    public required string Name { get; init; }

    /// <summary>evaluation or deployment.</summary>
    public required string Kind { get; init; }
    public required string Description { get; init; }

    /// <summary>What a judge is told of it: short, neutral, without the word that it looks for; null tells nothing.</summary>
    public string? Evaluation { get; init; }

    /// <summary>The command or the people it was made by.</summary>
    public required string MadeBy { get; init; }
    public required string Licence { get; init; }

    /// <summary>openai-jsonl: chat messages, one transcript per line.</summary>
    public required string Format { get; init; }

    /// <summary>File of the transcripts, relative to the card.</summary>
    public required string File { get; init; }

    /// <summary>How many transcripts the file holds.</summary>
    public required int Transcripts { get; init; }

    /// <summary>Hash of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
