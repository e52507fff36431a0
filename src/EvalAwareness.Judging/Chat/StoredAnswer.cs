namespace EvalAwareness.Judging.Chat;

/// <summary>An answer that was read, as it is kept.</summary>
/// <param name="Text">The model's words; empty for a probability.</param>
/// <param name="Score">The probability of YES, where that was asked.</param>
internal sealed record StoredAnswer(string Text, double? Score);
