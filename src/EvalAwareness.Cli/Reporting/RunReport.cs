using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Calibration;
using EvalAwareness.Results.Charts;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Cli.Reporting;

/// <summary>Writes the truth table, the figures and the report of a completed run, from what lies in its folder.</summary>
internal static class RunReport
{
    /// <param name="folder">A completed run.</param>
    /// <param name="tables">What lies in it.</param>
    /// <param name="textOf">The text of a transcript where it is at hand; tables do not copy it.</param>
    /// <param name="calibration">A calibration of the run's judges, or a folder of them, beside those on the shelf; null for none.</param>
    /// <param name="stop">Cancels between files.</param>
    /// <returns>Path of the report.</returns>
    public static async Task<string> WriteAsync(
        string folder, RunTables tables, Func<string, TokenizedTranscript?> textOf, string? calibration, CancellationToken stop)
    {
        RunCalibrations.Keep(folder, tables.Run, calibration);
        var study = TruthStudy.Of(tables);
        if (study is not null)
            await TruthTable.WriteAsync(study, folder, stop);
        var figures = RunFigures.Write(tables, study, folder);
        var content = new ReportContent(tables)
        {
            Figures = [.. figures.Select(figure => new ReportFigure(figure.Title, figure.Caption, File.ReadAllText(figure.SvgPath)))],
            Truth = study,
            Calibrations = RunCalibrations.In(folder),
            Quality = QualityTables.Of(QualityFile.Read(folder)),
            TextOf = textOf,
        };
        var path = Path.Combine(folder, ReportWriter.FileName);
        await ReportWriter.WriteAsync(content, path, stop);
        return path;
    }
}
