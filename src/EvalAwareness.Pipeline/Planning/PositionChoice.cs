using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>The tokens of a transcript that are read, and how many were left out by which rule.</summary>
/// <param name="Tokens">The chosen tokens by ascending position.</param>
/// <param name="TooEarly">Response tokens before the smallest index.</param>
/// <param name="Template">Tokens that only the chat template wrote.</param>
/// <param name="Reasoning">Reasoning tokens, where reasoning is left out.</param>
public sealed record PositionChoice(IReadOnlyList<TranscriptToken> Tokens, int TooEarly, int Template, int Reasoning)
{
    public static PositionChoice None { get; } = new([], 0, 0, 0);
}
