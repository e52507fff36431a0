using EvalAwareness.Core;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Everything a run is going to do, decided before a model loads.</summary>
/// <param name="Transcripts">All transcripts that could be read from the files, quarantined ones included.</param>
/// <param name="Blocks">The blocks by index.</param>
/// <param name="Rows">One row per transcript and condition.</param>
/// <param name="Failures">What could not be read or planned.</param>
public sealed record Plan(
    IReadOnlyList<PlannedTranscript> Transcripts,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<TranscriptRow> Rows,
    IReadOnlyList<FailureRow> Failures)
{
    /// <summary>Tokens that the target model reads, over all blocks.</summary>
    public long CaptureTokens => Blocks.SelectMany(block => block.Items).Sum(item => item.Tokens[^1].Position + 1L);

    public int Positions(string condition) =>
        Blocks.Where(block => block.Condition == condition).Sum(block => block.PositionCount);

    /// <summary>Whether every transcript comes with its author's truth, as those of the shipped organism do.</summary>
    public bool IsAllSynthetic => Transcripts.All(planned => planned.Transcript.Truth is not null);

    public int ReadableTranscripts => Rows.Count(row => row is { Condition: Conditions.Baseline, Status: TranscriptRow.Planned });
}
