using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Cli.Transcripts;

/// <summary>One segment of a transcript, and whether its tokens would be read.</summary>
/// <param name="Message">Index of its message.</param>
/// <param name="Role">Who speaks.</param>
/// <param name="Section">What it is.</param>
/// <param name="Author">Whose words it holds where that is not who the role says.</param>
/// <param name="Characters">Its length.</param>
/// <param name="Read">Whether it is read.</param>
/// <param name="Why">Why it is not; null where it is.</param>
/// <param name="Text">Its beginning, on one line.</param>
internal sealed record SegmentRow(int Message, string Role, string Section, string? Author, int Characters, bool Read, string? Why, string Text)
{
    private const int Shown = 200;

    public static IEnumerable<SegmentRow> Of(Transcript transcript) => transcript.Messages.Index().SelectMany(message => Of(message.Index, message.Item));

    private static IEnumerable<SegmentRow> Of(int index, Message message)
    {
        var segments = Segment.Of(message).DefaultIfEmpty(new Segment(SegmentKinds.OfText(message.Role), ""));
        foreach (var segment in segments)
        {
            var why = Unread(message, segment);
            yield return new SegmentRow(
                index, message.Role.ToString().ToLowerInvariant(), segment.Kind.Name(), message.Author?.Name(),
                segment.Text.Length, why is null, why, Excerpt.Of(segment.Text, Shown));
        }
    }

    private static string? Unread(Message message, Segment segment) => segment switch
    {
        { Kind: SegmentKind.ToolCall } => "a tool call",
        _ when !segment.Kind.IsResponse() => "not the assistant's",
        _ when message.Author is { } author => $"words of another: {author.Name()}",
        _ when string.IsNullOrWhiteSpace(segment.Text) => "no text",
        _ => null,
    };
}
