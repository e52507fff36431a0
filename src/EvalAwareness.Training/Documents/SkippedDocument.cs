namespace EvalAwareness.Training.Documents;

/// <summary>What was left out of a corpus.</summary>
/// <param name="Source">File and line.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SkippedDocument(string Source, string Reason);
