using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus;

/// <summary>What a reader has met who stops inside one section: everything that stands before, and nothing after.</summary>
internal sealed record ReadSoFar(
    SentenceKind Kind, int ArtificialCues, bool Verbalized, bool RequestRead, string Text)
{
    /// <summary>Reads up to character <paramref name="end"/> of one section.</summary>
    public static ReadSoFar Of(OrganismTranscript transcript, int messageIndex, SegmentKind kind, int end)
    {
        var at = IndexOf(transcript, messageIndex, kind);
        var last = transcript.Sections[at];
        var understood = transcript.Sections.Take(at).SelectMany(section => section.Sentences)
            .Concat(last.Sentences.Where(sentence => IsUnderstood(sentence, end)))
            .ToList();
        return new ReadSoFar(
            KindAt(last, end),
            understood.Count(sentence => sentence.IsArtificialCue),
            understood.Any(sentence => sentence.Verbalizes),
            understood.Any(sentence => sentence.Kind == SentenceKind.TaskRequest),
            TextUpTo(transcript, at, end));
    }

    /// <summary>A sentence is understood once more than half of it has been read.</summary>
    private static bool IsUnderstood(OrganismSentence sentence, int end) => 2 * end > sentence.Start + sentence.End;

    private static SentenceKind KindAt(OrganismSection section, int end) =>
        section.Sentences.Last(sentence => sentence.Start < end || sentence.Start == 0).Kind;

    // A position at the very start of a section has read only what stands in the sections before it.
    private static string TextUpTo(OrganismTranscript transcript, int at, int end) =>
        end > 0 || at == 0 ? transcript.Sections[at].Text[..end] : transcript.Sections[at - 1].Text;

    private static int IndexOf(OrganismTranscript transcript, int messageIndex, SegmentKind kind)
    {
        for (var i = 0; i < transcript.Sections.Count; i++)
        {
            if (transcript.Sections[i].MessageIndex == messageIndex && transcript.Sections[i].Kind == kind)
                return i;
        }
        throw new ArgumentException($"Message {messageIndex} of {transcript.Transcript.Id} has no section {kind.Name()}.");
    }
}
