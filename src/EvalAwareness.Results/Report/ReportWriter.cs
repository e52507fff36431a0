using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Report.Reading;
using EvalAwareness.Results.Report.Sections;

namespace EvalAwareness.Results.Report;

/// <summary>Writes report.html: one file that needs nothing beside it and reaches for nothing on a network.</summary>
public static class ReportWriter
{
    public const string FileName = "report.html";

    /// <summary>Writes the report to <paramref name="path"/>, replacing one that lies there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Task WriteAsync(ReportContent content, string path, CancellationToken stop) =>
        PendingFile.WriteTextAsync(path, Render(content), stop);

    internal static string Render(ReportContent content)
    {
        var tables = content.Tables;
        var run = new RunFacts(tables.Run);
        return Template.Fill("report.html", new Dictionary<string, Markup>
        {
            ["title"] = Markup.Of($"{run.Name}"),
            ["style"] = Template.Resource("report.css"),
            ["headline"] = HeadlineSection.Of(tables.Rates),
            ["warnings"] = WarningsSection.Of(run),
            ["figures"] = FiguresSection.Of(content.Figures),
            ["rates"] = RatesSection.Of(tables.Rates),
            ["judge"] = JudgeSection.Of(tables, content.Calibrations),
            ["truth"] = TruthSection.Of(content.Truth),
            ["quality"] = QualitySection.Of(content.Quality),
            ["method"] = MethodSection.Of(tables, run),
            ["failures"] = FailuresSection.Of(tables.Failures),
            ["shown"] = TranscriptArchive.Note(tables),
            ["data"] = TranscriptArchive.Of(content),
            ["script"] = Template.Resource("report.js"),
        });
    }
}
