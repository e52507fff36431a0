using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>Share of YES against what an ideal reader of the text so far would believe.</summary>
internal static class CredenceChart
{
    private const string Caption =
        "Share of YES among explanations, by the credence that an ideal reader of the text up to there would give to an evaluation; "
        + "transcripts that do not say it. Intervals: 95 % bootstrap over transcripts. Above: how many baseline explanations."
        + " The shuffled arm reads each position from the activation of another transcript.";

    private const double CountHeight = 1.07;

    /// <summary>Keeps the whiskers of the two arms apart.</summary>
    private const double Aside = 0.007;

    /// <summary>Null when no position has a known credence.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        if (study.Baseline.Credence.Count == 0) return null;
        var plot = Canvas.Create();
        if (study.Shuffled is { Credence.Count: > 0 } shuffled) DrawBins(plot, "shuffled", shuffled.Credence, Palette.Control, Aside);
        DrawBins(plot, "baseline", study.Baseline.Credence, Palette.Read, -Aside);
        foreach (var bin in study.Baseline.Credence)
            Canvas.Write(plot, FormattableString.Invariant($"{bin.YesShare.Count:#,0}"), Middle(bin), CountHeight, Palette.Muted);
        plot.Axes.Bottom.TickGenerator = Canvas.Percent();
        plot.Axes.Left.TickGenerator = Canvas.Percent();
        Canvas.Label(plot.Axes.Bottom, "credence of an ideal reader");
        Canvas.Label(plot.Axes.Left, "YES among explanations");
        plot.Axes.SetLimits(-0.015, 1.015, -0.015, CountHeight + 0.05);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return new Drawing("reading-by-credence", "Readings against the evidence in the text", Caption, plot, 640, 460);
    }

    private static void DrawBins(Plot plot, string name, IReadOnlyList<CredenceBin> bins, Color color, double aside)
    {
        foreach (var bin in bins)
            Canvas.Stroke(plot, Middle(bin) + aside, bin.YesShare.Interval.Low, Middle(bin) + aside, bin.YesShare.Interval.High, color);
        var line = plot.Add.Scatter(
            bins.Select(bin => Middle(bin) + aside).ToArray(), bins.Select(bin => bin.YesShare.Value).ToArray());
        line.Color = color;
        line.LineWidth = 1.5f;
        line.MarkerSize = 8;
        line.LegendText = name;
    }

    private static double Middle(CredenceBin bin) => (bin.From + bin.To) / 2;
}
