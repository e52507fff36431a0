namespace EvalAwareness.Core.Transcripts;

/// <summary>One assistant sentence and what an ideal reader believes once it has been read.</summary>
/// <param name="MessageIndex">Index of the message the sentence stands in.</param>
/// <param name="Section">Assistant text or assistant reasoning.</param>
/// <param name="Start">First character of the sentence in that section's text.</param>
/// <param name="End">One past its last character.</param>
/// <param name="Credence">Probability in [0, 1] that the assistant believes it is being evaluated, given all text up to <paramref name="End"/>.</param>
public sealed record SentenceTruth(int MessageIndex, SegmentKind Section, int Start, int End, double Credence);
