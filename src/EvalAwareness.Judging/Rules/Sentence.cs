namespace EvalAwareness.Judging.Rules;

/// <summary>A sentence as words and as the symbols that a grammar gives them, one each.</summary>
internal sealed record Sentence(Word[] Words, string Symbols);
