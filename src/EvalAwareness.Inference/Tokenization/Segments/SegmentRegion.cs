using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>Where a segment lies in a rendered transcript.</summary>
/// <param name="Range">Characters of the rendering.</param>
/// <param name="Text">How these characters lie in the section's own text.</param>
internal sealed record SegmentRegion(TextRange Range, int MessageIndex, SegmentKind Kind, SectionText Text);
