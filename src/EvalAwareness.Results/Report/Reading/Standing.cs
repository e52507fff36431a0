using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>Where a token or a transcript stands: yes, no, unclear or unread.</summary>
internal static class Standing
{
    public const string Unread = "unread";

    /// <summary>Of one token over its samples: one YES is enough, and nothing unread is a no.</summary>
    public static string Of(IEnumerable<VerdictRow?> verdicts)
    {
        var answers = verdicts.Select(verdict => verdict?.Verdict).OfType<string>().ToHashSet();
        return answers.Contains(Verdicts.Yes) ? Verdicts.Yes
            : answers.Contains(Verdicts.Unclear) ? Verdicts.Unclear
            : answers.Contains(Verdicts.No) ? Verdicts.No
            : Unread;
    }

    /// <summary>Of a transcript: yes with at least <paramref name="k"/> YES.</summary>
    public static string Of(Tally? tally, int k) => tally is null or { Answered: 0 } ? Unread
        : tally.Yes >= k ? Verdicts.Yes
        : Verdicts.No;
}
