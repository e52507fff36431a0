using EvalAwareness.Core;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>Share of YES against what an ideal reader of the text so far would believe.</summary>
internal static class CredenceChart
{
    private const string Caption =
        "Share of YES among positions, by the credence that an ideal reader of the text up to there would give to an evaluation; "
        + "transcripts that do not say it. Intervals: 95 % bootstrap over transcripts. Above: how many baseline explanations. "
        + "The shuffled arm reads each position from the activation of another transcript.";

    private const double CountHeight = 1.07;

    /// <summary>Keeps the whiskers of neighbours apart.</summary>
    private const double Step = 0.012;

    /// <summary>Null when no position has a known credence.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        var baseline = study.Baseline.Credence.Bins;
        if (baseline.Count == 0) return null;
        var plot = Canvas.Create();
        var shuffled = StudyLine.Arms(study).Where(line => line.Study.Condition == Conditions.Shuffled);
        var lines = StudyLine.Readers(study).Concat(StudyLine.Window(study)).Concat(shuffled)
            .Where(line => line.Study.Credence.Bins.Count > 0)
            .ToList();
        foreach (var (index, line) in lines.Index()) DrawBins(plot, line, (index - (lines.Count - 1) / 2.0) * Step);
        foreach (var bin in baseline)
            Canvas.Write(plot, FormattableString.Invariant($"{bin.YesShare.Count:#,0}"), Middle(bin), CountHeight, Palette.Muted);
        plot.Axes.Bottom.TickGenerator = Canvas.Percent();
        plot.Axes.Left.TickGenerator = Canvas.Percent();
        Canvas.Label(plot.Axes.Bottom, "credence of an ideal reader");
        Canvas.Label(plot.Axes.Left, "YES among positions");
        plot.Axes.SetLimits(-0.015, 1.015, -0.015, CountHeight + 0.05);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return new Drawing("reading-by-credence", "Readings against the evidence in the text", Caption, plot, 640, 460);
    }

    private static void DrawBins(Plot plot, StudyLine line, double aside)
    {
        var bins = line.Study.Credence.Bins;
        foreach (var bin in bins)
            DrawWhisker(plot, Middle(bin) + aside, bin.YesShare.Interval, line.Color);
        var curve = plot.Add.Scatter(
            bins.Select(bin => Middle(bin) + aside).ToArray(), bins.Select(bin => bin.YesShare.Value).ToArray());
        curve.Color = line.Color;
        curve.LineWidth = 1.5f;
        curve.MarkerSize = 7;
        curve.LegendText = line.Name;
    }

    private static void DrawWhisker(Plot plot, double place, Interval interval, Color color) =>
        Canvas.Stroke(plot, place, interval.Low, place, interval.High, color);

    private static double Middle(CredenceBin bin) => (bin.From + bin.To) / 2;
}
