namespace EvalAwareness.Core.Transcripts;

/// <summary>One token of a transcript as the target model sees it.</summary>
/// <param name="Position">Index in the token sequence, from 0.</param>
/// <param name="TokenId">Vocabulary id.</param>
/// <param name="Text">The characters of the rendered transcript this token covers.</param>
/// <param name="MessageIndex">Message the token belongs to; -1 outside every message.</param>
/// <param name="Section">What the token is part of; null for tokens that only the chat template wrote.</param>
/// <param name="Start">First character, counted in the section's own text; -1 for template tokens.</param>
/// <param name="End">One past the last character in the section's own text; -1 for template tokens.</param>
public sealed record TranscriptToken(
    int Position, int TokenId, string Text, int MessageIndex, SegmentKind? Section, int Start, int End);
