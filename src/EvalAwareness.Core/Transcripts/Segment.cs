namespace EvalAwareness.Core.Transcripts;

/// <summary>A stretch of a message of one kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a tool call the tool's name and arguments.</param>
public sealed record Segment(SegmentKind Kind, string Text)
{
    /// <summary>The segments of a message in reading order; those without text are left out.</summary>
    public static IEnumerable<Segment> Of(Message message) => new Segment[]
    {
        new(SegmentKind.AssistantReasoning, message.Reasoning),
        new(SegmentKinds.OfText(message.Role), message.Content),
    }.Where(segment => segment.Text.Length > 0).Concat(message.ToolCalls.Select(call => new Segment(SegmentKind.ToolCall, $"{call.Name} {call.Arguments}")));
}
