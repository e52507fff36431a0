namespace EvalAwareness.Judging.Injections;

/// <summary>An explanation, or an assistant turn.</summary>
/// <param name="Text">What is judged.</param>
/// <param name="Context">The conversation before a turn; null for an explanation.</param>
public sealed record JudgedText(string Text, string? Context = null);
