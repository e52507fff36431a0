using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>Gives each token to the section that holds most of its characters; a tie with the template goes to the section.</summary>
internal static class TokenAssigner
{
    /// <param name="regions">In order and without overlap.</param>
    public static IReadOnlyList<TranscriptToken> Assign(TokenSpan[] spans, IReadOnlyList<SegmentRegion> regions, string rendered)
    {
        var tokens = new TranscriptToken[spans.Length];
        var next = 0;
        for (var position = 0; position < spans.Length; position++)
        {
            var span = spans[position];
            while (next < regions.Count && regions[next].Range.End <= span.Start)
                next++;
            tokens[position] = Create(position, span, Owner(span, regions, next), rendered);
        }
        return tokens;
    }

    private static SegmentRegion? Owner(TokenSpan span, IReadOnlyList<SegmentRegion> regions, int from)
    {
        SegmentRegion? owner = null;
        var (most, free) = (0, span.End - span.Start);
        for (var i = from; i < regions.Count && regions[i].Range.Start < span.End; i++)
        {
            var shared = Shared(span, regions[i]).Length;
            free -= shared;
            if (shared > most)
                (owner, most) = (regions[i], shared);
        }
        return most >= free ? owner : null;
    }

    private static TranscriptToken Create(int position, TokenSpan span, SegmentRegion? owner, string rendered)
    {
        var text = rendered[span.Start..span.End];
        if (owner is null)
            return new TranscriptToken(position, span.Id, text, -1, null, -1, -1);
        var shared = Shared(span, owner);
        var (start, end) = owner.Text.ToSection(new TextRange(shared.Start - owner.Range.Start, shared.End - owner.Range.Start));
        return new TranscriptToken(position, span.Id, text, owner.MessageIndex, owner.Kind, start, end);
    }

    private static TextRange Shared(TokenSpan span, SegmentRegion region) =>
        new(Math.Max(span.Start, region.Range.Start), Math.Min(span.End, region.Range.End));
}
