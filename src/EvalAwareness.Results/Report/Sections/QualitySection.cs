using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>What the explanations are worth, where they were held against the text.</summary>
internal static class QualitySection
{
    public static Markup Of(IReadOnlyList<ReportTable> tables) => tables.Count == 0
        ? Markup.Nothing
        : Markup.Of($"""
            <section id="quality"><h2>What the explanations are worth</h2>
            <p class="note">These transcripts are generated, so every claim that an explanation makes about the text can be decided.
            Every number stands with its 95 % interval and the n it is taken over; quality.json holds them all.</p>
            {tables.Select(Table)}</section>
            """);

    private static Markup Table(ReportTable table) => AnswerTable.Of(
        table.Title, table.Note, table.Columns,
        table.Rows.Select(row => (row.Question, (IReadOnlyList<Markup>)[.. row.Answers.Select(Numbers.Plain)])));
}
