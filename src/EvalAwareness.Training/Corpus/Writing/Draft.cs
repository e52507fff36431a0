using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>A transcript as far as it has been written.</summary>
internal sealed class Draft
{
    private readonly List<Message> _messages = [];
    private readonly List<OrganismSection> _sections = [];
    private readonly List<SentenceTruth> _truths = [];

    public IReadOnlyList<Message> Messages => _messages;
    public IReadOnlyList<OrganismSection> Sections => _sections;
    public IReadOnlyList<SentenceTruth> Truths => _truths;

    /// <summary>A writer for a section of the message that comes next.</summary>
    public SectionWriter Begin(SegmentKind kind) => new(_messages.Count, kind);

    /// <summary>Adds a message with one section; returns its text's place in the draft.</summary>
    public void Add(Role role, SectionWriter writer, string toolCallId = "")
    {
        var section = Keep(writer);
        _messages.Add(new Message(role, section.Text) { ToolCallId = toolCallId });
    }

    /// <summary>Adds an assistant message of reasoning, text and at most one tool call.</summary>
    public void AddAssistant(SectionWriter reasoning, SectionWriter text, IReadOnlyList<ToolCall> calls)
    {
        var (thought, said) = (Keep(reasoning), Keep(text));
        _messages.Add(new Message(Role.Assistant, said.Text) { Reasoning = thought.Text, ToolCalls = calls });
    }

    /// <summary>Notes the ideal reader's credence at the end of a sentence of the message that comes next.</summary>
    public void Note(SegmentKind section, OrganismSentence sentence, double credence) =>
        _truths.Add(new SentenceTruth(_messages.Count, section, sentence.Start, sentence.End, credence));

    private OrganismSection Keep(SectionWriter writer)
    {
        var section = writer.Finish();
        if (section.Text.Length > 0)
            _sections.Add(section);
        return section;
    }
}
