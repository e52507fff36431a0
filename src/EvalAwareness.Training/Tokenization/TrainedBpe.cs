namespace EvalAwareness.Training.Tokenization;

/// <summary>A byte-level BPE vocabulary.</summary>
/// <param name="Tokens">Tokens in the writing of <see cref="Inference.Tokenization.ByteAlphabet"/>; the index is the id.</param>
/// <param name="Merges">Pairs in order of rank.</param>
/// <param name="SpecialTokens">Added tokens; their ids follow those of <paramref name="Tokens"/>.</param>
public sealed record TrainedBpe(
    IReadOnlyList<string> Tokens, IReadOnlyList<(string Left, string Right)> Merges, IReadOnlyList<string> SpecialTokens);
