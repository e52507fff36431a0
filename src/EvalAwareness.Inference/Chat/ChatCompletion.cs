namespace EvalAwareness.Inference.Chat;

/// <summary>What a model said.</summary>
/// <param name="Text">Its words, special tokens left out.</param>
/// <param name="PromptTokens">Tokens read.</param>
/// <param name="GeneratedTokens">Tokens written, the one that ended it included.</param>
/// <param name="Stopped">Whether it ended by itself; otherwise the limit ended it.</param>
public sealed record ChatCompletion(string Text, int PromptTokens, int GeneratedTokens, bool Stopped)
{
    /// <summary>The most probable first tokens with their probabilities, where they were asked for; otherwise empty.</summary>
    public IReadOnlyList<(string Text, double Probability)> FirstTokens { get; init; } = [];
}
