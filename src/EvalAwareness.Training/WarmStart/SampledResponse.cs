namespace EvalAwareness.Training.WarmStart;

/// <summary>What a verbalizer wrote during its training.</summary>
/// <param name="Tokens">Everything it wrote, the stop token included.</param>
/// <param name="Description">The words between the tags; null where it did not close them and stop.</param>
internal sealed record SampledResponse(int[] Tokens, string? Description);
