namespace EvalAwareness.Results.Tables;

/// <summary>One planned transcript under one condition. Columns are the snake_case of the properties.</summary>
public sealed record TranscriptRow
{
    /// <summary>The status of a transcript that was read.</summary>
    public const string Planned = "planned";

    /// <summary>The status of a transcript that could not be read.</summary>
    public const string Quarantined = "quarantined";

    public required string TranscriptId { get; init; }
    public required string Dataset { get; init; }

    /// <summary>evaluation or deployment.</summary>
    public required string Kind { get; init; }
    public required string Condition { get; init; }
    public required string Sha256 { get; init; }
    public required int Messages { get; init; }

    /// <summary>Null when the transcript could not be tokenized.</summary>
    public int? Tokens { get; init; }
    public int? ResponseTokens { get; init; }

    /// <summary>Positions planned for reading.</summary>
    public required int Positions { get; init; }
    public int ExcludedTooEarly { get; init; }
    public int ExcludedTemplate { get; init; }
    public int ExcludedReasoning { get; init; }

    /// <summary>planned, or quarantined with the reason in failures.jsonl.</summary>
    public required string Status { get; init; }

    /// <summary>Where it was read: the file, relative to its dataset.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Line, index, row or member of an archive.</summary>
    public string? SourcePlace { get; init; }
    public string? SourceFormat { get; init; }

    /// <summary>The model that wrote the assistant turns, where the source names it.</summary>
    public string? SourceModel { get; init; }

    /// <summary>Parts of the source that it does not hold, such as pictures and broken turns; the reasons are in failures.jsonl.</summary>
    public int LeftOut { get; init; }

    /// <summary>The known belief; null where unknown.</summary>
    public bool? LabelAware { get; init; }

    /// <summary>Whether the author of a synthetic transcript made the assistant say so; null where unknown.</summary>
    public bool? LabelVerbalized { get; init; }

    /// <summary>Artificial cues in a synthetic prompt; null where unknown.</summary>
    public int? LabelCues { get; init; }
}
