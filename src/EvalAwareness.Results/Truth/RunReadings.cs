using EvalAwareness.Core;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>The tables of a run, indexed once for all series.</summary>
internal sealed class RunReadings(RunTables tables)
{
    private readonly ILookup<(string Subject, string Condition, string Transcript), VerdictRow> _verdicts = tables.Verdicts
        .Where(row => row is { Position: not null, Verdict: not null })
        .ToLookup(row => (row.Subject, row.Condition, row.TranscriptId));

    private readonly ILookup<(string Condition, string Transcript, int Position), ExplanationRow> _explanations =
        tables.Explanations.ToLookup(row => (row.Condition, row.TranscriptId, row.Position));

    /// <summary>A turn judged YES under one condition was said under all.</summary>
    private readonly HashSet<string> _spoken = [.. tables.Verdicts
        .Where(row => row is { Subject: Subjects.Turn, Verdict: Verdicts.Yes })
        .Select(row => row.TranscriptId)];

    /// <summary>Baseline first, then in order of first appearance.</summary>
    public IReadOnlyList<string> Conditions { get; } = [.. tables.Transcripts
        .Select(row => row.Condition)
        .Prepend(Core.Conditions.Baseline)
        .Distinct()];

    public ReadingSeries Series(string condition, string subject) => new(
        condition, subject, [.. tables.Transcripts.Where(row => row.Condition == condition).Select(row => Read(row, subject))]);

    private ReadTranscript Read(TranscriptRow row, string subject) => new(
        row,
        row.LabelVerbalized == false && !_spoken.Contains(row.TranscriptId),
        [.. _verdicts[(subject, row.Condition, row.TranscriptId)]
            .Select(verdict => Reading.Of(verdict, Explained(verdict)))
            .OrderBy(reading => reading.Position)]);

    /// <summary>What was explained where the verdict stands; any sample will do for a verdict that judges none.</summary>
    private ExplanationRow? Explained(VerdictRow verdict) =>
        _explanations[(verdict.Condition, verdict.TranscriptId, verdict.Position!.Value)]
            .FirstOrDefault(row => verdict.Sample is null || row.Sample == verdict.Sample);
}
