using EvalAwareness.Core.Judging;

namespace EvalAwareness.Training.Classification;

/// <summary>A text that a classifier learns from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Class">Why, by name; the verdict's own name where nobody says.</param>
public sealed record LabelledText(string Text, Verdict Verdict, string Class);
