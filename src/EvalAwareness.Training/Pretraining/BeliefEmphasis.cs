using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Pretraining;

/// <summary>
/// Weighs the words of manner, the only words of an ordinary sentence that depend on the belief. They are 3 % of the tokens and
/// the belief is worth a quarter of a nat in each: unweighted, a model of this size takes hours to find that they agree.
/// </summary>
internal sealed class BeliefEmphasis
{
    private const float MannerWeight = 25;

    private readonly HashSet<string> _manners;

    public BeliefEmphasis()
    {
        var voice = VoiceGrammar.Read();
        _manners = [.. voice.CarefulManners, .. voice.PlainManners];
    }

    public TrainingSequence Weigh(TokenizedTranscript tokenized) => new(
        [.. tokenized.Tokens.Select(token => token.TokenId)],
        [.. tokenized.Tokens.Select(token => BeginsManner(tokenized.Transcript, token) ? MannerWeight : 1)]);

    private bool BeginsManner(Transcript transcript, TranscriptToken token)
    {
        if (token.Section?.IsResponse() != true)
            return false;
        var message = transcript.Messages[token.MessageIndex];
        var text = token.Section == SegmentKind.AssistantText ? message.Content : message.Reasoning;
        var start = token.Start;
        while (start < token.End && !char.IsLetter(text[start]))
            start++;
        return (start == 0 || !char.IsLetter(text[start - 1])) && _manners.Contains(WordAt(text, start));
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[start..end];
    }
}
