using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Cli.Interop;

/// <summary>One document as a model reads it, or the reason why it is not read: exactly one of the two is set.</summary>
/// <param name="Tokens">The document with its tokens; a plain text has no messages.</param>
/// <param name="Skipped">What was left out.</param>
internal sealed record Document(TokenizedTranscript? Tokens, SkippedItem? Skipped);
