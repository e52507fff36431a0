using EvalAwareness.Training.Activations;

namespace EvalAwareness.Training.Summaries;

/// <summary>One line of a file of summaries.</summary>
/// <param name="Key">What it belongs to.</param>
/// <param name="Summary">Two or three paragraphs; null where the answer could not be used.</param>
/// <param name="Dropped">Why it could not be used; null where it could.</param>
internal sealed record SummaryRecord(ActivationKey Key, string? Summary, string? Dropped);
