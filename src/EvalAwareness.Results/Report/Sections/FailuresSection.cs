using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>The items that could not be processed.</summary>
internal static class FailuresSection
{
    /// <summary>Rows shown; failures.jsonl holds them all.</summary>
    private const int Shown = 200;

    private static readonly Markup Head = new("<thead><tr><th>Stage</th><th>Item</th><th>What happened</th></tr></thead>");

    public static Markup Of(IReadOnlyList<FailureRow> failures) => failures.Count == 0
        ? Markup.Of($"""<section id="failures"><h2>Failures</h2><p>None: every planned item was processed.</p></section>""")
        : Markup.Of($"""
            <section id="failures"><h2>Failures</h2><p>{Introduction(failures.Count)}</p>
            <div class="wide"><table>{Head}<tbody>{failures.Take(Shown).Select(Row)}</tbody></table></div></section>
            """);

    private static string Introduction(int count) => $"{Words.Count(count, "item")} could not be processed; none of them counts as a no."
        + (count > Shown ? $" The first {Shown} are shown, failures.jsonl holds all." : "");

    private static Markup Row(FailureRow row) => Markup.Of($"<tr><td>{row.Stage}</td><td>{Item(row)}</td><td>{row.Message}</td></tr>");

    private static string Item(FailureRow row)
    {
        string?[] parts = [row.Source, row.TranscriptId, row.Condition, row.Position is { } position ? $"position {position}" : null];
        return string.Join(" · ", parts.Where(part => part is not null));
    }
}
