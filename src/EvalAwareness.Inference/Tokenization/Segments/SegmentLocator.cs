using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>
/// Finds every segment in a rendered transcript: renders it again with marks around the segments, and accepts what the
/// marks say only if the two renderings are equal but for the marks.
/// </summary>
internal sealed class SegmentLocator(ChatTemplate template)
{
    /// <summary>Regions in the order of the rendering; of a tool call the part from its name to its last argument.</summary>
    public List<SegmentRegion> Locate(IReadOnlyList<Message> messages, string rendered)
    {
        var marks = SegmentMarks.UnusedIn([rendered, .. messages.SelectMany(Texts)]);
        foreach (var marking in Marking.Ways(messages))
        {
            var marked = new MarkedMessages(marks, marking);
            var stripped = marks.Strip(template.Render(marked.Mark(messages), addGenerationPrompt: false));
            if (stripped is var (text, ranges) && text == rendered && Regions(ranges, marked.Segments, rendered) is { } regions)
                return regions;
        }
        throw new ItemException("no exact map from tokens to sections: the chat template rewrites the text of a message");
    }

    private static List<SegmentRegion>? Regions(
        IReadOnlyList<(int Segment, TextRange Range)> ranges, IReadOnlyList<Segment> segments, string rendered)
    {
        var regions = new List<SegmentRegion>();
        foreach (var (number, range) in ranges)
        {
            var segment = segments[number];
            if (segment.Kind == SegmentKind.ToolCall)
                AddToolCall(regions, new SegmentRegion(range, segment.MessageIndex, segment.Kind, SectionText.Whole));
            else if (SectionText.Match(segment, rendered[range.Start..range.End]) is { } text)
                regions.Add(new SegmentRegion(range, segment.MessageIndex, segment.Kind, text));
            else
                return null;
        }
        return regions;
    }

    // Name and arguments are marked one by one, and the calls of a message are one region.
    private static void AddToolCall(List<SegmentRegion> regions, SegmentRegion part)
    {
        if (regions.Count > 0 && regions[^1] is { Kind: SegmentKind.ToolCall } last && last.MessageIndex == part.MessageIndex)
            regions[^1] = last with { Range = last.Range.Union(part.Range) };
        else
            regions.Add(part);
    }

    private static IEnumerable<string> Texts(Message message) =>
        [message.Content, message.Reasoning, .. message.ToolCalls.SelectMany(call => new[] { call.Name, call.Arguments })];
}
