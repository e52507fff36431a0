using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How many items ended how, in words.</summary>
internal static class Unreads
{
    public static string Excluded(IReadOnlyList<TranscriptRow> transcripts) => string.Join(", ",
        $"too early {transcripts.Sum(row => row.ExcludedTooEarly)}",
        $"chat template {transcripts.Sum(row => row.ExcludedTemplate)}",
        $"reasoning {transcripts.Sum(row => row.ExcludedReasoning)}");

    public static string ByStatus(IReadOnlyList<ExplanationRow> explanations) =>
        Counted(explanations.Select(row => row.Status));

    public static string ByVerdict(IReadOnlyList<VerdictRow> verdicts) =>
        Counted(verdicts.Where(row => row.Subject == Subjects.Explanation).Select(Name));

    private static string Name(VerdictRow row) =>
        row.UnparsedReason is { } reason ? $"{Verdicts.Unparsed} ({reason})" : row.Outcome;

    private static string Counted(IEnumerable<string> names) =>
        string.Join(", ", names.CountBy(name => name).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")) is { Length: > 0 } text
            ? text
            : Words.None;
}
