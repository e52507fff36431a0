namespace EvalAwareness.Inference.Tokenization;

/// <summary>One token and the characters it covers; part of a multi-byte character counts as the whole of it.</summary>
/// <param name="Id">Vocabulary id.</param>
/// <param name="Start">First UTF-16 character, counted in the text that was encoded.</param>
/// <param name="End">One past the last character; equal to <paramref name="Start"/> for a token that no character wrote.</param>
public readonly record struct TokenSpan(int Id, int Start, int End);
