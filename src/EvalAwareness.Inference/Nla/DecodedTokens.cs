namespace EvalAwareness.Inference.Nla;

/// <summary>What was sampled for one activation.</summary>
/// <param name="Ids">Tokens, without the stop token.</param>
/// <param name="StopId">The stop token that ended it; null where the limit did.</param>
internal sealed record DecodedTokens(IReadOnlyList<int> Ids, int? StopId)
{
    public bool Stopped => StopId is not null;
}
