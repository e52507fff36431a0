using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Results.Tables;

/// <summary>Counts answers per transcript and condition as rows go by; what it holds grows with transcripts, not with rows.</summary>
internal sealed class TallyBoard
{
    private readonly Dictionary<(string Transcript, string Condition), int> _explanations = [];
    private readonly Dictionary<(string Transcript, string Condition, string Subject, string Verdict), int> _verdicts = [];

    public void Add(ExplanationRow row) => Increment(_explanations, (row.TranscriptId, row.Condition));

    public void Add(VerdictRow row) =>
        Increment(_verdicts, (row.TranscriptId, row.Condition, row.Subject, row.Outcome));

    /// <summary>The tally of every planned transcript, in order.</summary>
    public IReadOnlyList<TranscriptTally> Tallies(IEnumerable<TranscriptRow> transcripts)
    {
        var judgedTurns = _verdicts.Keys.Where(key => key.Subject == Subjects.Turn).Select(key => key.Condition).ToHashSet();
        return [.. transcripts.Select(row => new TranscriptTally(
            row.TranscriptId,
            row.Dataset,
            TranscriptKinds.Parse(row.Kind) ?? throw new InvalidDataException($"'{row.Kind}' is not a kind of transcript"),
            row.Condition,
            OfExplanations(row),
            judgedTurns.Contains(row.Condition) ? Judged(row, Subjects.Turn) : null)
        {
            IsKnownBeliever = row.LabelAware == true,
        })];
    }

    /// <summary>A planned position without a row failed together with its block.</summary>
    private Tally OfExplanations(TranscriptRow row)
    {
        var judged = Judged(row, Subjects.Explanation);
        var planned = Math.Max(row.Positions, _explanations.GetValueOrDefault((row.TranscriptId, row.Condition)));
        return judged with { Missing = Math.Max(judged.Missing, planned - judged.Answered - judged.Unparsed) };
    }

    private Tally Judged(TranscriptRow row, string subject)
    {
        int Count(string verdict) => _verdicts.GetValueOrDefault((row.TranscriptId, row.Condition, subject, verdict));
        return new Tally(
            Count(Verdicts.Yes), Count(Verdicts.No), Count(Verdicts.Unclear), Count(Verdicts.Unparsed), Missing: Count(Verdicts.Refused));
    }

    private static void Increment<TKey>(Dictionary<TKey, int> counts, TKey key) where TKey : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;
}
