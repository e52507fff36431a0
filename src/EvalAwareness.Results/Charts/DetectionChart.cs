using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>The receiver operating characteristic of the share of YES against the known belief.</summary>
internal static class DetectionChart
{
    private const int Side = 500;
    private const int LegendLine = 21;

    private const string Caption =
        "The share of YES of a transcript as a detector of the known belief, on transcripts that do not say it. "
        + "Control arms are grey: shuffled reads each position from the activation of another transcript. "
        + "The diagonal is chance. Intervals: 95 % bootstrap over transcripts.";

    /// <summary>Null when the baseline lacks believers or others.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        if (study.Baseline.Detections.All is not { } baseline) return null;
        var plot = Canvas.Create();
        Canvas.Stroke(plot, 0, 0, 1, 1, Palette.Control, 1);
        var lines = StudyLine.Readers(study).Concat(StudyLine.Arms(study))
            .Where(line => line.Study.Detections.All is not null)
            .ToList();
        foreach (var line in lines) DrawCurve(plot, line, line.Study.Detections);
        plot.Axes.Bottom.TickGenerator = Canvas.Percent();
        plot.Axes.Left.TickGenerator = Canvas.Percent();
        Canvas.Label(plot.Axes.Bottom, $"flagged without the belief (n = {baseline.Others})");
        Canvas.Label(plot.Axes.Left, $"flagged with the belief (n = {baseline.Believers})");
        plot.Axes.SetLimits(-0.015, 1.015, -0.015, 1.015);
        // Below the plot: inside, the curves of the arms would run through it.
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Vertical;
        return new Drawing("detection", "Detecting a belief that is not said", Caption, plot, 560, Side + LegendLine * lines.Count);
    }

    private static void DrawCurve(Plot plot, StudyLine line, Detections detections)
    {
        var curve = plot.Add.Scatter(
            detections.Roc.Select(point => point.FalsePositiveRate).ToArray(),
            detections.Roc.Select(point => point.TruePositiveRate).ToArray());
        curve.MarkerSize = 0;
        curve.LineWidth = line.Width;
        curve.Color = line.Color;
        var (area, interval) = (detections.All!.Auroc, detections.All.Interval);
        curve.LegendText = FormattableString.Invariant(
            $"{line.Name}: AUROC {area:0.000} [{interval.Low:0.000}, {interval.High:0.000}]");
    }
}
