namespace EvalAwareness.Core.Transcripts;

/// <summary>What the author of a synthetic transcript knows about it.</summary>
/// <param name="Aware">Whether the simulated assistant holds the belief that it is being evaluated.</param>
/// <param name="Verbalized">Whether it says so anywhere in its response.</param>
/// <param name="Cues">How many cues in the prompt look artificial.</param>
/// <param name="Sentences">Every assistant sentence in reading order with the ideal reader's credence.</param>
public sealed record Truth(bool Aware, bool Verbalized, int Cues, IReadOnlyList<SentenceTruth> Sentences)
{
    /// <summary>The ideal reader's credence, given all text up to the end of <paramref name="token"/>. Known where a sentence ends:
    /// within one the reader has seen a part of its evidence only.</summary>
    public double? CredenceAt(TranscriptToken token) => Sentences
        .FirstOrDefault(sentence => (sentence.MessageIndex, sentence.Section, sentence.End) == (token.MessageIndex, token.Section, token.End))
        ?.Credence;
}
