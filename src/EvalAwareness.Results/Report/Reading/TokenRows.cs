using System.Text.Json.Nodes;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>The tokens of each transcript once, however many conditions read it, in stretches of one section of one message.</summary>
internal sealed class TokenRows(Func<string, TokenizedTranscript?> textOf, TextTable texts)
{
    private const int NoText = -1;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<Markup> _blocks = [];

    public IReadOnlyList<Markup> Blocks => _blocks;

    /// <summary>The number of the block that holds a transcript's tokens; -1 when its text is not at hand.</summary>
    public int NumberOf(string transcriptId)
    {
        if (_numbers.TryGetValue(transcriptId, out var known)) return known;
        return _numbers[transcriptId] = textOf(transcriptId) is { } transcript ? Add(transcript) : NoText;
    }

    private int Add(TokenizedTranscript transcript)
    {
        _blocks.Add(DataBlock.Of($"tokens-{_blocks.Count}", Stretches(transcript.Tokens)));
        return _blocks.Count - 1;
    }

    /// <summary>Each stretch is [section, message, first position, [text of each token]]; the chat template is left out.</summary>
    private JsonArray Stretches(IReadOnlyList<TranscriptToken> tokens)
    {
        var stretches = new JsonArray();
        TranscriptToken? previous = null;
        JsonArray words = [];
        foreach (var token in tokens.Where(token => token.Section is not null))
        {
            if (!Continues(previous, token))
                stretches.Add(new JsonArray(texts.Number(token.Section!.Value.Name()), token.MessageIndex, token.Position, words = []));
            words.Add(texts.Number(token.Text));
            previous = token;
        }
        return stretches;
    }

    private static bool Continues(TranscriptToken? previous, TranscriptToken token) =>
        previous is not null && previous.Section == token.Section && previous.MessageIndex == token.MessageIndex
        && previous.Position + 1 == token.Position;
}
