using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>A table with a column for each way of reading and a row for each question asked of all of them.</summary>
/// <param name="Title">What the table is about.</param>
/// <param name="Note">How to read it.</param>
/// <param name="Readings">The columns.</param>
internal sealed record ReadingTable(string Title, string Note, IReadOnlyList<ReadingStudy> Readings)
{
    /// <summary>Rows that have no answer in any column are left out.</summary>
    public Markup With(IEnumerable<(string Question, Func<ReadingStudy, Markup> Answer)> rows)
    {
        var answered = rows
            .Select(row => (row.Question, Answers: Readings.Select(row.Answer).ToList()))
            .Where(row => row.Answers.Any(answer => answer != Numbers.None))
            .ToList();
        return answered.Count == 0 ? Markup.Nothing : Markup.Of($"""
            <h3>{Title}</h3><p class="note">{Note}</p>
            <div class="wide"><table class="truth"><thead><tr><th></th>{Readings.Select(Head)}</tr></thead>
            <tbody>{answered.Select(row => Row(row.Question, row.Answers))}</tbody></table></div>
            """);
    }

    private static Markup Head(ReadingStudy study) => Markup.Of($"""<th scope="col">{TruthNames.Of(study)}</th>""");

    private static Markup Row(string question, IEnumerable<Markup> answers) => Markup.Of(
        $"""<tr><th scope="row">{question}</th>{answers.Select(answer => Markup.Of($"<td>{answer}</td>"))}</tr>""");
}
