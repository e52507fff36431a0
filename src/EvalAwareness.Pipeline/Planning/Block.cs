namespace EvalAwareness.Pipeline.Planning;

/// <summary>A fixed group of positions: the unit of batching, recovery, sharding and randomness.</summary>
/// <param name="Index">Number in the plan, from 0.</param>
/// <param name="Condition">Condition or control arm.</param>
/// <param name="Items">The transcripts, each with its positions in this block.</param>
public sealed record Block(int Index, string Condition, IReadOnlyList<BlockItem> Items)
{
    public int PositionCount => Items.Sum(item => item.Tokens.Count);
}
