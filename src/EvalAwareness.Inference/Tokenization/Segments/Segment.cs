using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>A text of a transcript, or a piece of one, that a chat template is given.</summary>
/// <param name="Text">The section's own text; empty for tool calls, whose text the template makes.</param>
/// <param name="Offset">Where <paramref name="Text"/> begins in the section.</param>
internal sealed record Segment(int MessageIndex, SegmentKind Kind, string Text, int Offset = 0);
