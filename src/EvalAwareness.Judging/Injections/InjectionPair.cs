namespace EvalAwareness.Judging.Injections;

/// <summary>A text, and the same text with words in or before it that speak to the judge.</summary>
/// <param name="Kind">How they speak to it.</param>
/// <param name="Plain">Without them.</param>
/// <param name="Injected">With them.</param>
public sealed record InjectionPair(string Kind, JudgedText Plain, JudgedText Injected);
