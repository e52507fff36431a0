namespace EvalAwareness.Core.Models;

/// <summary>What tokens cost, in any currency, for a million of them.</summary>
/// <param name="Input">Of a question.</param>
/// <param name="Output">Of an answer.</param>
public sealed record TokenPrice(decimal Input, decimal Output)
{
    private const decimal Million = 1_000_000;

    public decimal Of(long inputTokens, long outputTokens) => (inputTokens * Input + outputTokens * Output) / Million;
}
