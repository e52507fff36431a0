namespace EvalAwareness.Core.Explanations;

/// <summary>One sampled response of the verbalizer.</summary>
/// <param name="Key">What was sampled.</param>
/// <param name="Description">The words between the explanation tags, trimmed; null unless <paramref name="Status"/> is closed.</param>
/// <param name="RawResponse">Everything the verbalizer wrote.</param>
/// <param name="Status">How the response ended.</param>
/// <param name="GeneratedTokens">Tokens sampled, the stop token included.</param>
public sealed record Explanation(
    SampleKey Key, string? Description, string RawResponse, ClosingStatus Status, int GeneratedTokens);
