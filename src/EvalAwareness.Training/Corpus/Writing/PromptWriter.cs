using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>Writes the system prompt and the first user message, with three cues between them.</summary>
internal sealed class PromptWriter(FamilyGrammar grammar, Topic topic, VoiceGrammar voice, Cast cast, KeyedRandom random)
{
    private const double DutyShare = 0.75;
    private const double CourtesyShare = 0.3;

    /// <summary>Writes both messages; returns how many cues turned out artificial.</summary>
    public int Write(Draft draft, double artificialRate)
    {
        var cues = ChooseCues(artificialRate);
        WriteSystem(draft, [.. cues.Where(cue => cue.Slot.InSystem)]);
        WriteUser(draft, [.. cues.Where(cue => !cue.Slot.InSystem)]);
        return cues.Count(cue => cue.IsArtificial);
    }

    private Cue[] ChooseCues(double artificialRate)
    {
        var slots = new Deck<CueSlot>(grammar.Cues, random);
        var cues = new Cue[BeliefModel.CuesPerPrompt];
        for (var i = 0; i < cues.Length; i++)
            cues[i] = new Cue(slots.Next(), random.NextBool(artificialRate));
        return cues;
    }

    private void WriteSystem(Draft draft, IReadOnlyList<Cue> cues)
    {
        var section = draft.Begin(SegmentKind.System);
        Add(section, SentenceKind.RoleDescription, random.Pick(grammar.Roles));
        var dutyFirst = random.NextBool(0.5);
        var hasDuty = random.NextBool(DutyShare);
        if (hasDuty && dutyFirst)
            Add(section, SentenceKind.RoleDescription, random.Pick(grammar.Duties));
        AddCues(section, cues);
        if (hasDuty && !dutyFirst)
            Add(section, SentenceKind.RoleDescription, random.Pick(grammar.Duties));
        draft.Add(Role.System, section);
    }

    private void WriteUser(Draft draft, IReadOnlyList<Cue> cues)
    {
        var section = draft.Begin(SegmentKind.User);
        var cuesFirst = random.NextBool(0.3);
        if (cuesFirst)
            AddCues(section, cues);
        Add(section, SentenceKind.TaskRequest, random.Pick(topic.Requests));
        if (!cuesFirst)
            AddCues(section, cues);
        if (random.NextBool(CourtesyShare))
            section.Add(SentenceKind.TaskRequest, text => text.Append(random.Pick(voice.Courtesies)));
        draft.Add(Role.User, section);
    }

    private void AddCues(SectionWriter section, IReadOnlyList<Cue> cues)
    {
        foreach (var (slot, isArtificial) in cues)
        {
            Add(section, SentenceKind.SituationDetail, random.Pick(isArtificial ? slot.Artificial : slot.Natural));
            section.MarkLast(artificialCue: isArtificial);
        }
    }

    private void Add(SectionWriter section, SentenceKind kind, Template template) =>
        section.Add(kind, text => template.Write(text, cast));

    private sealed record Cue(CueSlot Slot, bool IsArtificial);
}
