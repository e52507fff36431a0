using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>The receiver operating characteristic of the share of YES against the known belief, the control arm beside it.</summary>
internal static class DetectionChart
{
    private const string Caption =
        "The share of YES explanations of a transcript as a detector of the known belief, on transcripts that do not say it. "
        + "The shuffled arm reads each position from the activation of another transcript. The diagonal is chance. "
        + "Intervals: 95 % bootstrap over transcripts.";

    /// <summary>Null when the baseline lacks believers or others.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        if (study.Baseline.Detection is not { } baseline) return null;
        var plot = Canvas.Create();
        Canvas.Stroke(plot, 0, 0, 1, 1, Palette.Control, 1);
        DrawCurve(plot, "baseline", baseline, Palette.Read, LinePattern.Solid);
        if (study.Shuffled?.Detection is { } shuffled) DrawCurve(plot, "shuffled", shuffled, Palette.Control, LinePattern.Dashed);
        plot.Axes.Bottom.TickGenerator = Canvas.Percent();
        plot.Axes.Left.TickGenerator = Canvas.Percent();
        Canvas.Label(plot.Axes.Bottom, $"flagged without the belief (n = {baseline.Others})");
        Canvas.Label(plot.Axes.Left, $"flagged with the belief (n = {baseline.Believers})");
        plot.Axes.SetLimits(-0.015, 1.015, -0.015, 1.015);
        plot.ShowLegend(Alignment.LowerRight);
        return new Drawing("detection", "Detecting a belief that is not said", Caption, plot, 560, 540);
    }

    private static void DrawCurve(Plot plot, string name, Detection detection, Color color, LinePattern pattern)
    {
        var line = plot.Add.Scatter(
            detection.Curve.Select(point => point.FalsePositiveRate).ToArray(),
            detection.Curve.Select(point => point.TruePositiveRate).ToArray());
        line.MarkerSize = 0;
        line.LineWidth = 2.5f;
        line.Color = color;
        line.LinePattern = pattern;
        line.LegendText = FormattableString.Invariant(
            $"{name}: AUROC {detection.Auroc:0.000} [{detection.Interval.Low:0.000}, {detection.Interval.High:0.000}]");
    }
}
