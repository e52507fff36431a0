namespace EvalAwareness.Core.Transcripts;

/// <summary>A part of the source that a transcript does not hold, such as a turn that could not be read or an image.</summary>
/// <param name="Place">Where it stands in the conversation, such as <c>message 3</c>.</param>
/// <param name="Reason">Why it was left out.</param>
public sealed record Omission(string Place, string Reason);
