using System.Text.RegularExpressions;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Tests.Scripted;

/// <summary>One token per word, and one template token around every message.</summary>
internal sealed partial class ScriptedTokenizer : ITranscriptTokenizer
{
    /// <summary>A transcript with this word cannot be tokenized.</summary>
    public const string Untokenizable = "untokenizable";

    private readonly List<string> _words = [];

    public string WordOf(int id) => _words[id];

    public bool IsWord(int id) => id >= 0 && id < _words.Count;

    public TokenizedTranscript Tokenize(Transcript transcript)
    {
        var tokens = new List<TranscriptToken>();
        foreach (var (index, message) in transcript.Messages.Index())
        {
            Add(tokens, "<|", -1, null, 0);
            AddWords(tokens, message.Reasoning, index, SegmentKind.AssistantReasoning);
            AddWords(tokens, message.Content, index, KindOf(message.Role));
            foreach (var call in message.ToolCalls)
                AddWords(tokens, call.Arguments, index, SegmentKind.ToolCall);
            Add(tokens, "|>", -1, null, 0);
        }
        return new TokenizedTranscript(transcript, tokens);
    }

    private void AddWords(List<TranscriptToken> tokens, string text, int message, SegmentKind section)
    {
        foreach (Match word in Word.Matches(text))
            Add(tokens, word.Value, message, section, word.Index);
    }

    private void Add(List<TranscriptToken> tokens, string text, int message, SegmentKind? section, int start)
    {
        var word = text.Trim();
        if (word == Untokenizable)
            throw new ItemException("this word has no token");
        if (!_words.Contains(word))
            _words.Add(word);
        tokens.Add(new TranscriptToken(tokens.Count, _words.IndexOf(word), text, message, section, start, start + text.Length));
    }

    private static SegmentKind KindOf(Role role) => role switch
    {
        Role.System => SegmentKind.System,
        Role.User => SegmentKind.User,
        Role.Assistant => SegmentKind.AssistantText,
        _ => SegmentKind.ToolResult,
    };

    [GeneratedRegex(@"\s*\S+")]
    private static partial Regex Word { get; }
}
