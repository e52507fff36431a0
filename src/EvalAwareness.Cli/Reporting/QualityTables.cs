using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Truth;
using EvalAwareness.Training.Quality;

namespace EvalAwareness.Cli.Reporting;

/// <summary>The quality study as tables of the report: a column for each pair.</summary>
internal static class QualityTables
{
    private static readonly (string Section, string Title, string Note)[] Parts =
    [
        ("groundedness", "Claims held against the text",
            "Share of claims that are true; that are false and name something else of the same kind, or of the text read so far; that are false "
            + "altogether. True by chance: how often the same claims hold at another position."),
        ("recurrence", "Recurrence",
            "Share of claims that are true, by how many of ten neighbouring positions make them, and the mean number of positions."),
        ("fidelity", "Read back", "FVE of the explanations, each pair with its own reconstructor; 1 is perfect."),
        ("removal", "FVE lost when a claim is taken out",
            "Words that carry the activation cost FVE when they are gone; true claims should cost more than false ones."),
        ("fve_kept", "FVE kept under other wording",
            "Share of the FVE that is left. Words that mean what they say keep it under a paraphrase; a hidden code would not."),
        ("writing", "Writing",
            "Attested: share of word trigrams found in 20,000 fresh true summaries. Readable: claims can be read from every sentence."),
        ("stance", "Stance", "Share of explanations by what they say of the situation."),
    ];

    public static IReadOnlyList<ReportTable> Of(IReadOnlyDictionary<string, QualityResult> results) =>
        results.Count == 0 ? [] : [.. Parts.Select(part => Table(part.Section, part.Title, part.Note, results))];

    private static ReportTable Table(string section, string title, string note, IReadOnlyDictionary<string, QualityResult> results)
    {
        var questions = results.Values.SelectMany(result => result.Figures)
            .Where(figure => figure.Section == section)
            .Select(figure => (figure.Specificity, figure.Quantity))
            .Distinct();
        return new ReportTable(
            title, note, [.. results.Keys.Select(InWords)],
            [.. questions.Select(question => (
                Question(question.Specificity, question.Quantity),
                (IReadOnlyList<Estimate?>)[.. results.Values.Select(result => Answer(result.Find(section, question.Specificity, question.Quantity)))]))]);
    }

    private static string Question(string specificity, string quantity) =>
        specificity == QualityFigure.All ? InWords(quantity) : $"{InWords(specificity)}: {InWords(quantity)}";

    private static Estimate? Answer(QualityFigure? figure) => figure is null
        ? null
        : new Estimate(figure.Value, new Interval(figure.Low, figure.High, Bootstrap.Method), figure.Count);

    private static string InWords(string name) => name.Replace('_', ' ');
}
