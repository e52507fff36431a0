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

    private static Markup Table(ReportTable table) => Markup.Of($"""
        <h3>{table.Title}</h3><p class="note">{table.Note}</p>
        <div class="wide"><table class="truth"><thead><tr><th></th>{table.Columns.Select(Head)}</tr></thead>
        <tbody>{table.Rows.Select(row => Row(row.Question, row.Answers.Select(Numbers.Plain)))}</tbody></table></div>
        """);

    private static Markup Head(string column) => Markup.Of($"""<th scope="col">{column}</th>""");

    private static Markup Row(string question, IEnumerable<Markup> answers) => Markup.Of(
        $"""<tr><th scope="row">{question}</th>{answers.Select(answer => Markup.Of($"<td>{answer}</td>"))}</tr>""");
}
