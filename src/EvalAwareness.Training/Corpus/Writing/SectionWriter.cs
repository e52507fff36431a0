using System.Text;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>Writes one section sentence by sentence and remembers where each stands.</summary>
internal sealed class SectionWriter(int messageIndex, SegmentKind kind)
{
    private readonly StringBuilder _text = new();
    private readonly List<OrganismSentence> _sentences = [];

    /// <summary>Adds what <paramref name="write"/> writes as one sentence.</summary>
    public OrganismSentence Add(SentenceKind sentenceKind, Action<StringBuilder> write)
    {
        if (_text.Length > 0)
            _text.Append(' ');
        var start = _text.Length;
        write(_text);
        var sentence = new OrganismSentence(start, _text.Length, sentenceKind);
        _sentences.Add(sentence);
        return sentence;
    }

    /// <summary>Says more about the sentence added last.</summary>
    public void MarkLast(bool artificialCue = false, bool verbalizes = false) =>
        _sentences[^1] = _sentences[^1] with { IsArtificialCue = artificialCue, Verbalizes = verbalizes };

    public OrganismSection Finish() => new(messageIndex, kind, _text.ToString(), _sentences);
}
