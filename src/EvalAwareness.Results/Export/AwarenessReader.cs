using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Export;

/// <summary>Gathers the verdicts of a run by transcript and condition.</summary>
internal sealed class AwarenessReader(RunTables tables)
{
    private readonly ILookup<(string Subject, string Condition, string Transcript), VerdictRow> _verdicts =
        tables.Verdicts.ToLookup(row => (row.Subject, row.Condition, row.TranscriptId));

    private readonly ILookup<string?, FailureRow> _failures = tables.Failures.ToLookup(row => row.TranscriptId);

    /// <summary>Every planned transcript under every condition, in the order of the transcripts table.</summary>
    public IReadOnlyList<TranscriptAwareness> Read() => [.. tables.Transcripts.Zip(tables.Tallies(), Of)];

    private TranscriptAwareness Of(TranscriptRow row, TranscriptTally tally)
    {
        var explanations = Judged(row, Subjects.Explanation);
        var turns = Judged(row, Subjects.Turn);
        return new TranscriptAwareness
        {
            Transcript = row,
            Explanations = tally.Explanations,
            Turns = tally.Turns,
            FirstYes = explanations.Where(verdict => verdict.Verdict == Verdicts.Yes).MinBy(verdict => (verdict.Position, verdict.Sample)),
            Turn = Deciding(turns, TranscriptAwareness.VerdictOf(tally.Turns)),
            NlaProblem = tally.Explanations.Answered > 0
                ? null
                : Unread(tally.Explanations, "explanations", explanations) ?? Failure(row) ?? "no position was read",
            VerbalizedProblem = TranscriptAwareness.VerdictOf(tally.Turns) is null ? WhyNothingWasHeard(row, tally.Turns, turns) : null,
        };
    }

    private IEnumerable<VerdictRow> Judged(TranscriptRow row, string subject) => _verdicts[(subject, row.Condition, row.TranscriptId)];

    private static VerdictRow? Deciding(IEnumerable<VerdictRow> turns, string? verdict) => verdict is Verdicts.Yes or Verdicts.Unclear
        ? turns.Where(turn => turn.Verdict == verdict).MinBy(turn => turn.MessageIndex)
        : null;

    private string WhyNothingWasHeard(TranscriptRow row, Tally? tally, IEnumerable<VerdictRow> turns) => tally is null
        ? "turns were not judged under this condition"
        : Unread(tally, "turns", turns) ?? Failure(row) ?? "no turn was judged";

    private static string? Unread(Tally tally, string items, IEnumerable<VerdictRow> verdicts) => tally.Unparsed == 0
        ? null
        : $"{tally.Unparsed} of {tally.Planned} {items} unparsed: {verdicts.First(verdict => verdict.Verdict is null).UnparsedReason}";

    private string? Failure(TranscriptRow row) => _failures[row.TranscriptId]
        .FirstOrDefault(failure => failure.Condition is null || failure.Condition == row.Condition)?.Message;
}
