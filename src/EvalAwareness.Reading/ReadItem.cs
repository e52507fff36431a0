using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading;

/// <summary>What became of one conversation of a dataset.</summary>
/// <param name="Transcript">The transcript; null when nothing could be read.</param>
/// <param name="Problem">Why there is nothing in it to measure; null when there is.</param>
/// <param name="Failures">Everything that was left out, each with place and reason; <paramref name="Problem"/> is the last of them.</param>
public sealed record ReadItem(Transcript? Transcript, string? Problem, IReadOnlyList<ReadFailure> Failures)
{
    /// <summary>Whether the audited model's own words stand in it.</summary>
    public bool IsReadable => Transcript is not null && Problem is null;
}
