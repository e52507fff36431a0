namespace EvalAwareness.Training.Tokenization;

/// <summary>What vocabulary to train.</summary>
public sealed record BpeTrainingOptions
{
    /// <summary>Tokens in all: bytes, merges and special tokens. Fewer when no pair occurs twice any more. Default: 2048.</summary>
    public int VocabularySize { get; init; } = 2048;

    /// <summary>Strings that must each be one token, and that no other token contains. Default: none.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Tokens recognised before any merging; they have the highest ids. Default: those of <see cref="ChatMl"/>.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = ChatMl.SpecialTokens;
}
