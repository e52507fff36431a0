using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Pretraining;

/// <summary>One transcript to learn from.</summary>
/// <param name="Ids">Its tokens.</param>
/// <param name="Ahead">For each token, of which set the next word of manner behind it will be; null where none follows.</param>
internal sealed record TrainingSequence(int[] Ids, Manner?[] Ahead)
{
    /// <param name="tokenized">The transcript.</param>
    /// <param name="manners">Its words of manner, by the token that begins each.</param>
    public static TrainingSequence Of(TokenizedTranscript tokenized, Manner?[] manners) => new(
        [.. tokenized.Tokens.Select(token => token.TokenId)], LookAhead(manners));

    private static Manner?[] LookAhead(Manner?[] manners)
    {
        var ahead = new Manner?[manners.Length];
        for (var token = manners.Length - 2; token >= 0; token--)
            ahead[token] = manners[token + 1] ?? ahead[token + 1];
        return ahead;
    }
}
