namespace EvalAwareness.Training.Documents;

/// <summary>How documents are read.</summary>
public sealed record DocumentOptions
{
    /// <summary>Of splits and positions.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Positions kept of each document. Default: 5.</summary>
    public int PositionsPerDocument { get; init; } = 5;

    /// <summary>Documents used; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Tokens read of a document. Default: 4096.</summary>
    public int MostTokens { get; init; } = 4096;
}
