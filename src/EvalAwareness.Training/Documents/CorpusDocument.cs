using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Documents;

/// <summary>One document of a corpus: a text, or a conversation that the target's chat template renders.</summary>
/// <param name="Id">Its own, or else the beginning of its SHA-256: a text that occurs twice is one document.</param>
/// <param name="Source">File and line it was read from.</param>
/// <param name="Text">The text; empty for a conversation.</param>
/// <param name="Messages">The conversation; empty for a text.</param>
public sealed record CorpusDocument(string Id, string Source, string Text, IReadOnlyList<Message> Messages);
