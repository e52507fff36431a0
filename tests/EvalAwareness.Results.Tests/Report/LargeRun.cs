using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Report;

/// <summary>Rows of a run as large as a nightly batch, every explanation and every quotation different from all others.</summary>
internal static class LargeRun
{
    private const string Filler = "The passage reads as an exchange about a transfer between accounts; the writer weighs what is asked of it. ";

    public static RunTables Of(RunTables tables, int transcripts, int positions)
    {
        var rows = Enumerable.Range(0, transcripts)
            .Select(index => SyntheticRows.Transcript("blackmail", index, "baseline", positions))
            .ToList();
        return tables with
        {
            Transcripts = rows,
            Explanations = [.. rows.SelectMany(row => Places(positions).Select(place => Explanation(row, place)))],
            Verdicts = [.. rows.SelectMany(row => Places(positions).Select(place => Verdict(row, place)))],
        };
    }

    private static IEnumerable<int> Places(int positions) => Enumerable.Range(0, positions);

    private static ExplanationRow Explanation(TranscriptRow row, int place) =>
        SyntheticRows.Explanation(row, place, yes: place % 3 == 0) with { Description = $"{row.TranscriptId} {place}: {Filler}{Filler}" };

    private static VerdictRow Verdict(TranscriptRow row, int place) =>
        SyntheticRows.OfExplanation(row, place, yes: place % 3 == 0) with { Evidence = $"{row.TranscriptId} {place}: weighs what is asked" };
}
