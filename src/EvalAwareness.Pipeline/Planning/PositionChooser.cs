using EvalAwareness.Core.Positions;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Chooses the positions of one transcript; depends on its tokens, the options and the seed only.</summary>
internal static class PositionChooser
{
    public static PositionChoice Choose(TokenizedTranscript transcript, PositionOptions options, ulong seed)
    {
        var byRule = transcript.Tokens.ToLookup(token => Exclude(transcript, token, options));
        var readable = byRule[null].ToArray();
        return new PositionChoice(
            [.. Apply(readable, options, seed, transcript.Transcript)],
            byRule[ExclusionRule.TooEarly].Count(),
            byRule[ExclusionRule.Template].Count(),
            byRule[ExclusionRule.Reasoning].Count());
    }

    /// <summary>A random draw without replacement; a smaller draw under the same key is part of a larger one.</summary>
    public static IEnumerable<TranscriptToken> Draw(
        IEnumerable<TranscriptToken> tokens, int count, ulong seed, string transcriptId)
    {
        var shuffled = tokens.ToArray();
        new KeyedRandom(seed, "positions", transcriptId).Shuffle(shuffled.AsSpan());
        return shuffled.Take(count).OrderBy(token => token.Position);
    }

    // The first rule that applies is the one that counts.
    private static ExclusionRule? Exclude(TokenizedTranscript transcript, TranscriptToken token, PositionOptions options) => token.Section switch
    {
        null => ExclusionRule.Template,
        _ when !transcript.IsResponse(token) => ExclusionRule.NotResponse,
        SegmentKind.AssistantReasoning when !options.IncludeReasoning => ExclusionRule.Reasoning,
        _ when token.Position < options.MinimumIndex => ExclusionRule.TooEarly,
        _ => null,
    };

    private static IEnumerable<TranscriptToken> Apply(
        TranscriptToken[] readable, PositionOptions options, ulong seed, Transcript transcript) => options.Policy switch
    {
        PositionPolicy.Random => Draw(readable, options.Count, seed, transcript.Id),
        PositionPolicy.All => readable,
        PositionPolicy.EveryNth => readable.Where((_, index) => index % options.Count == 0),
        PositionPolicy.SentenceEnds => readable.Where(token => transcript.Truth?.CredenceAt(token) is not null),
        PositionPolicy.LastN => readable.TakeLast(options.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Policy, null),
    };
}
