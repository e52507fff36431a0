namespace EvalAwareness.Training.Documents;

/// <summary>What one split holds.</summary>
/// <param name="Documents">Documents with a position to keep.</param>
/// <param name="Positions">Positions kept of them.</param>
/// <param name="Tokens">Tokens the target reads for these.</param>
public sealed record SplitCounts(int Documents, int Positions, long Tokens)
{
    internal SplitCounts With(PlannedDocument document) =>
        new(Documents + 1, Positions + document.Positions.Length, Tokens + document.TokensRead);
}
