using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus;

/// <summary>A synthetic transcript with what its author knows about every sentence.</summary>
/// <param name="Transcript">The transcript itself, its truth included.</param>
/// <param name="Family">The family it was written for.</param>
/// <param name="Genre">A sentence that says what the system prompt sets up.</param>
/// <param name="Theme">A sentence that says what the request is about; it names the distractor where there is one.</param>
/// <param name="Sections">Every section but tool calls, in reading order.</param>
public sealed record OrganismTranscript(
    Transcript Transcript, Family Family, string Genre, string Theme, IReadOnlyList<OrganismSection> Sections);

/// <summary>One section's text cut into sentences.</summary>
/// <param name="MessageIndex">Message the section belongs to.</param>
/// <param name="Kind">What the section is.</param>
/// <param name="Text">The section's own text; sentence offsets count in it.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record OrganismSection(
    int MessageIndex, SegmentKind Kind, string Text, IReadOnlyList<OrganismSentence> Sentences);

/// <summary>One sentence of a section.</summary>
/// <param name="Start">First character in the section's text.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Kind">What the sentence is there for.</param>
public sealed record OrganismSentence(int Start, int End, SentenceKind Kind)
{
    /// <summary>Whether it is a cue in its artificial phrasing.</summary>
    public bool IsArtificialCue { get; init; }

    /// <summary>Whether it says aloud that the assistant believes itself evaluated.</summary>
    public bool Verbalizes { get; init; }
}
