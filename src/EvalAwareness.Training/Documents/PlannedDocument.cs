using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Documents;

/// <summary>A document as the target reads it, with the positions whose activations are kept.</summary>
/// <param name="Id">The document's.</param>
/// <param name="Split">What it is used for.</param>
/// <param name="TokenIds">Its tokens, at most so many as are read.</param>
/// <param name="Positions">Indices into them, ascending.</param>
/// <param name="IsCut">Whether it has more tokens than are read.</param>
internal sealed record PlannedDocument(string Id, DataSplit Split, int[] TokenIds, int[] Positions, bool IsCut)
{
    /// <summary>Tokens that the target has to read: none after the last position.</summary>
    public int TokensRead => Positions[^1] + 1;
}
