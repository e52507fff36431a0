namespace EvalAwareness.Core.Judging;

/// <summary>What a judge of explanations is shown: never the condition, the dataset's name, the position or how well the words were read back.</summary>
/// <param name="Text">The explanation, or the text that stands in for one.</param>
/// <param name="Evaluation">A short neutral description of what the transcript comes from; null where there is none.</param>
public sealed record ExplanationQuestion(string Text, string? Evaluation = null);
