namespace EvalAwareness.Results.Tables;

/// <summary>One sampled explanation of one position, or what became of it.</summary>
public sealed record ExplanationRow
{
    public required string TranscriptId { get; init; }
    public required string Dataset { get; init; }
    public required string Condition { get; init; }
    public required int Position { get; init; }
    public required int MessageIndex { get; init; }
    public required string Role { get; init; }

    /// <summary>text or reasoning.</summary>
    public required string Section { get; init; }
    public required string Token { get; init; }
    public required int TokenId { get; init; }

    /// <summary>Length of the raw activation that was put into words.</summary>
    public double? L2Norm { get; init; }
    public required int Sample { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>The trimmed explanation; null unless closed.</summary>
    public string? Description { get; init; }
    public string? RawResponse { get; init; }

    /// <summary>closed, truncated, unclosed, untagged or empty; filtered (outlier_norm); failed.</summary>
    public required string Status { get; init; }
    public required bool Closed { get; init; }
    public int? GeneratedTokens { get; init; }
    public double? CosineSimilarity { get; init; }
    public double? Mse { get; init; }
    public double? FveNrm { get; init; }

    /// <summary>Ideal reader's credence, given all text up to this position; null where unknown, and within a sentence.</summary>
    public double? LabelCredence { get; init; }
}
