namespace EvalAwareness.Results.Tables;

/// <summary>An item that could not be processed, with the stage that refused it. Written to failures.jsonl.</summary>
public sealed record FailureRow
{
    /// <summary>read, plan, capture, explain, score or judge.</summary>
    public required string Stage { get; init; }
    public string? TranscriptId { get; init; }
    public string? Dataset { get; init; }
    public string? Condition { get; init; }
    public int? Position { get; init; }

    /// <summary>File and line, where the item came from a file.</summary>
    public string? Source { get; init; }
    public required string Message { get; init; }
}
