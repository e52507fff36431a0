using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Pretraining;

/// <summary>Finds the words of manner in what an assistant says: the only words of an ordinary sentence that depend on the belief.</summary>
internal sealed class MannerWords
{
    private readonly HashSet<string> _careful;
    private readonly HashSet<string> _plain;

    public MannerWords()
    {
        var voice = VoiceGrammar.Read();
        (_careful, _plain) = ([.. voice.CarefulManners], [.. voice.PlainManners]);
    }

    /// <returns>For each token that begins a word of manner, whether the word is careful or plain; null for all others.</returns>
    public Manner?[] Find(TokenizedTranscript tokenized) =>
        [.. tokenized.Tokens.Select(token => At(tokenized.Transcript, token))];

    private Manner? At(Transcript transcript, TranscriptToken token)
    {
        if (token.Section?.IsResponse() != true)
            return null;
        var message = transcript.Messages[token.MessageIndex];
        var text = token.Section == SegmentKind.AssistantText ? message.Content : message.Reasoning;
        var start = token.Start;
        while (start < token.End && !char.IsLetter(text[start]))
            start++;
        return start == 0 || !char.IsLetter(text[start - 1]) ? Of(WordAt(text, start)) : null;
    }

    private Manner? Of(string word) => _careful.Contains(word) ? Manner.Careful : _plain.Contains(word) ? Manner.Plain : null;

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[start..end];
    }
}
