using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>A table of questions with an answer in every column.</summary>
internal static class AnswerTable
{
    public static Markup Of(
        string title, string note, IEnumerable<string> columns, IEnumerable<(string Question, IReadOnlyList<Markup> Answers)> rows) => Markup.Of($"""
        <h3>{title}</h3><p class="note">{note}</p>
        <div class="wide"><table class="truth"><thead><tr><th></th>{columns.Select(Head)}</tr></thead>
        <tbody>{rows.Select(row => Row(row.Question, row.Answers))}</tbody></table></div>
        """);

    private static Markup Head(string column) => Markup.Of($"""<th scope="col">{column}</th>""");

    private static Markup Row(string question, IEnumerable<Markup> answers) => Markup.Of(
        $"""<tr><th scope="row">{question}</th>{answers.Select(answer => Markup.Of($"<td>{answer}</td>"))}</tr>""");
}
