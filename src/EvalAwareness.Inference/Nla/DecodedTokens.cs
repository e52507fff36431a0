namespace EvalAwareness.Inference.Nla;

/// <summary>What was sampled for one activation.</summary>
/// <param name="Ids">Tokens, without the stop token.</param>
/// <param name="Stopped">Whether a stop token ended it, rather than the limit.</param>
internal sealed record DecodedTokens(IReadOnlyList<int> Ids, bool Stopped);
