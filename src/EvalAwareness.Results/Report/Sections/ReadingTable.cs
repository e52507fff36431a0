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
        return answered.Count == 0 ? Markup.Nothing : AnswerTable.Of(
            Title, Note, Readings.Select(TruthNames.Of), answered.Select(row => (row.Question, (IReadOnlyList<Markup>)row.Answers)));
    }
}
