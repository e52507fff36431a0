using System.Text;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>Messages whose texts stand between marks.</summary>
/// <param name="marks">Marks that none of the texts contains.</param>
internal sealed class MarkedMessages(SegmentMarks marks, Marking marking)
{
    private readonly List<Segment> _segments = [];

    /// <summary>The segment of each mark, by its number.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    public IReadOnlyList<Message> Mark(IReadOnlyList<Message> messages) => [.. messages.Select(Mark)];

    private Message Mark(Message message, int index) => message with
    {
        Content = Mark(message.Content, index, SegmentKinds.OfText(message.Role)),
        Reasoning = Mark(message.Reasoning, index, SegmentKind.AssistantReasoning),
        ToolCalls = Mark(message.ToolCalls, index),
    };

    private string Mark(string text, int message, SegmentKind kind)
    {
        var marked = new StringBuilder();
        var end = 0;
        foreach (var piece in marking.Pieces(text, kind))
        {
            var own = text[piece.Start..piece.End];
            _segments.Add(new Segment(message, kind, own, piece.Start));
            marked.Append(text, end, piece.Start - end).Append(marks.Wrap(_segments.Count - 1, own));
            end = piece.End;
        }
        return marked.Append(text, end, text.Length - end).ToString();
    }

    private IReadOnlyList<ToolCall> Mark(IReadOnlyList<ToolCall> calls, int message)
    {
        if (calls.Count == 0)
            return calls;
        var segment = _segments.Count;
        _segments.Add(new Segment(message, SegmentKind.ToolCall, ""));
        return [.. calls.Select(call => call with
        {
            Name = marks.Wrap(segment, call.Name),
            Arguments = MarkArguments(call.Arguments, segment),
        })];
    }

    private string MarkArguments(string arguments, int segment) =>
        JsonText.TryRead(arguments, out var value) && value is TemplateMap
            ? JsonText.Write(MarkStrings(value, segment), indent: null, new Budget())
            : marks.Wrap(segment, arguments);

    private object? MarkStrings(object? value, int segment)
    {
        switch (value)
        {
            case string text:
                return marks.Wrap(segment, text);
            case List<object?> list:
                return list.ConvertAll(item => MarkStrings(item, segment));
            case TemplateMap map:
                var marked = new TemplateMap();
                foreach (var (name, member) in map)
                    marked[name] = MarkStrings(member, segment);
                return marked;
            default:
                return value;
        }
    }
}
