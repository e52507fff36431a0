using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading;

namespace EvalAwareness.Cli.Transcripts;

/// <summary>What would be read of one conversation, segment by segment.</summary>
/// <param name="Id">Its id in every table.</param>
/// <param name="Source">File and place.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="Model">Who wrote its assistant turns, where the source says so.</param>
/// <param name="Problem">Why nothing of it would be read; null when something is.</param>
/// <param name="Counts">What it holds.</param>
/// <param name="Segments">Its segments in order.</param>
/// <param name="LeftOut">Parts of the source that it does not hold.</param>
internal sealed record InspectedTranscript(
    string Id, string Source, string Format, string? Model, string? Problem, TranscriptCounts Counts,
    IReadOnlyList<SegmentRow> Segments, IReadOnlyList<Omission> LeftOut)
{
    public static InspectedTranscript Of(ReadItem item)
    {
        var transcript = item.Transcript!;
        return new InspectedTranscript(
            transcript.Id, transcript.Origin!.ToString(), transcript.Origin.Format, transcript.Origin.Model, item.Problem,
            TranscriptCounts.Of(transcript), [.. SegmentRow.Of(transcript)], transcript.Omissions);
    }
}
