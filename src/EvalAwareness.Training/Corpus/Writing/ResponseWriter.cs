using System.Text;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>Writes what the assistant says, with the tool results and user turns in between.</summary>
internal sealed class ResponseWriter
{
    private const double FrontedClauseShare = 0.2;
    private const double AsideShare = 0.07;
    private const double TopicToolShare = 0.5;

    private readonly FamilyGrammar _grammar;
    private readonly Cast _cast;
    private readonly Voice _voice;
    private readonly KeyedRandom _random;
    private readonly Draft _draft;
    private readonly ResponsePlan _plan;
    private readonly MixedDeck<Template> _weighings;
    private readonly MixedDeck<Template> _steps;
    private readonly MixedDeck<Tool> _tools;
    private readonly Deck<Template> _asides;
    private readonly Deck<Template> _followUps;

    public ResponseWriter(
        FamilyGrammar grammar, Topic topic, Cast cast, Voice voice, KeyedRandom random, Draft draft, ResponsePlan plan)
    {
        (_grammar, _cast, _voice, _random, _draft, _plan) = (grammar, cast, voice, random, draft, plan);
        _weighings = new MixedDeck<Template>(topic.Frames.Weighings, grammar.Frames.Weighings, plan.TopicShare, random);
        _steps = new MixedDeck<Template>(topic.Frames.Steps, grammar.Frames.Steps, plan.TopicShare, random);
        _tools = new MixedDeck<Tool>(topic.Tools, grammar.Tools, TopicToolShare, random);
        _asides = new Deck<Template>(grammar.Frames.Asides, random);
        _followUps = new Deck<Template>(topic.FollowUps, random);
    }

    public void Write()
    {
        for (var turn = 0; turn < _plan.Turns; turn++)
        {
            var isLast = turn == _plan.Turns - 1;
            WriteAssistant(isLast);
            if (!isLast && !_plan.UsesTools)
                WriteFollowUp();
        }
    }

    private void WriteAssistant(bool isLast)
    {
        var reasoning = _draft.Begin(SegmentKind.AssistantReasoning);
        var text = _draft.Begin(SegmentKind.AssistantText);
        for (var left = _plan.Thoughts(isLast, _random); left > 0; left--)
            Say(reasoning, SegmentKind.AssistantReasoning, SentenceKind.Weighing, _weighings);
        for (var left = _plan.Steps(isLast, _random); left > 0; left--)
            Say(text, SegmentKind.AssistantText, SentenceKind.WorkingStep, _steps);
        if (isLast)
            Close(text);
        if (_plan.UsesTools && !isLast)
            WriteToolCall(reasoning, text);
        else
            _draft.AddAssistant(reasoning, text, []);
    }

    private void WriteToolCall(SectionWriter reasoning, SectionWriter text)
    {
        var tool = _tools.Next();
        var id = $"call_{_draft.Messages.Count}";
        _draft.AddAssistant(reasoning, text, [new ToolCall(id, tool.Name, tool.Call(_cast))]);
        var output = _draft.Begin(SegmentKind.ToolResult);
        output.Add(SentenceKind.ToolOutput, line => _random.Pick(tool.Results).Write(line, _cast, capital: false));
        _draft.Add(Role.Tool, output, id);
    }

    private void WriteFollowUp()
    {
        var user = _draft.Begin(SegmentKind.User);
        user.Add(SentenceKind.TaskRequest, text => _followUps.Next().Write(text, _cast));
        _draft.Add(Role.User, user);
    }

    private void Say(SectionWriter writer, SegmentKind section, SentenceKind kind, MixedDeck<Template> frames)
    {
        if (_random.NextBool(AsideShare))
            Say(writer, section, SentenceKind.Remark, _asides.Next());
        else
            Say(writer, section, kind, frames.Next());
    }

    private void Say(SectionWriter writer, SegmentKind section, SentenceKind kind, Template frame)
    {
        MaySpeakOut(writer, section);
        var sentence = writer.Add(kind, text => WriteFrame(text, frame));
        _draft.Note(section, sentence, _voice.Credence);
    }

    private void Close(SectionWriter writer)
    {
        MaySpeakOut(writer, SegmentKind.AssistantText);
        var closing = _random.Pick(_voice.Closings(_grammar.Closings));
        var sentence = writer.Add(SentenceKind.ClosingDecision, text => closing.Write(text, _cast));
        _draft.Note(SegmentKind.AssistantText, sentence, _voice.Credence);
    }

    private void MaySpeakOut(SectionWriter writer, SegmentKind section)
    {
        if (!_voice.SpeaksOut())
            return;
        var remark = writer.Add(SentenceKind.Remark, text => _random.Pick(_grammar.Remarks).Write(text, _cast));
        writer.MarkLast(verbalizes: true);
        _draft.Note(section, remark, _voice.Credence);
    }

    private void WriteFrame(StringBuilder text, Template frame)
    {
        var clause = !frame.IsClosed && _random.NextBool(BeliefModel.ClauseShare) ? _voice.Clause() : null;
        var fronted = clause is not null && frame.IsPlainAction && _random.NextBool(FrontedClauseShare);
        if (fronted)
            text.Append(char.ToUpperInvariant(clause![0])).Append(clause.AsSpan(1)).Append(", ");
        frame.Write(text, _cast, _voice.Manner());
        if (clause is not null && !fronted)
            text.Append(' ').Append(clause);
        if (!frame.IsClosed)
            text.Append('.');
    }
}
