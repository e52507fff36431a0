using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>A transcript under one condition: what is known of it beside what was read from it.</summary>
/// <param name="IsQuiet">Neither its author nor a judge of its turns has it say so.</param>
internal sealed record LabelledTranscript(TranscriptRow Row, TranscriptTally Tally, bool IsQuiet)
{
    public bool? Aware => Row.LabelAware;

    public TranscriptKind Kind => Tally.Kind;

    /// <summary>YES among the judged explanations; null when none was judged.</summary>
    public double? YesShare => Tally.Explanations.YesShare;

    /// <summary>Every transcript of every condition. A turn judged YES under one condition was said under all.</summary>
    public static IReadOnlyList<LabelledTranscript> Of(RunTables tables)
    {
        var spoken = tables.Verdicts
            .Where(row => row is { Subject: Subjects.Turn, Verdict: Verdicts.Yes })
            .Select(row => row.TranscriptId)
            .ToHashSet();
        return
        [
            .. tables.Transcripts.Zip(tables.Tallies(), (row, tally) => new LabelledTranscript(
                row, tally, row.LabelVerbalized == false && !spoken.Contains(row.TranscriptId))),
        ];
    }
}
