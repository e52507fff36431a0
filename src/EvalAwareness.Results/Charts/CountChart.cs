using EvalAwareness.Results.Truth;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>How detection grows with the number of positions read.</summary>
internal static class CountChart
{
    private const string Caption =
        "Detection of a belief that is not said, by the number of positions read in each transcript, drawn at random among "
        + "those that were read; a transcript with fewer gives all. Bands: 95 % bootstrap over transcripts. 0.5 is chance.";

    private const double Least = 0.4;

    /// <summary>Null when there is no more than one number to show.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        var lines = StudyLine.Readers(study).Where(line => line.Study.Curves.ByCount.Count > 0).ToList();
        var counts = Counts(lines);
        if (counts.Count < 2) return null;
        var plot = Canvas.Create();
        Canvas.Stroke(plot, -0.3, 0.5, counts.Count - 0.7, 0.5, Palette.Control, 1);
        foreach (var line in lines) DrawBand(plot, line, counts);
        foreach (var line in lines) DrawCurve(plot, line, counts);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. counts.Index().Select(one => (double)one.Index)],
            [.. counts.Select(count => count is { } number ? $"{number}" : "all")]);
        Canvas.Label(plot.Axes.Bottom, "positions per transcript");
        Canvas.Label(plot.Axes.Left, "AUROC");
        plot.Axes.SetLimits(-0.3, counts.Count - 0.7, Least, 1.01);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return new Drawing("detection-by-positions", "How many positions it takes", Caption, plot, 640, 420);
    }

    /// <summary>The numbers of all lines in order, all positions last.</summary>
    private static List<double?> Counts(IEnumerable<StudyLine> lines) =>
    [
        .. lines.SelectMany(line => line.Study.Curves.ByCount).Select(point => point.At).Distinct()
            .OrderBy(at => at ?? double.PositiveInfinity),
    ];

    private static void DrawBand(Plot plot, StudyLine line, List<double?> counts)
    {
        var points = line.Study.Curves.ByCount;
        var band = plot.Add.FillY(
            PlacesOf(points, counts),
            [.. points.Select(point => Math.Max(Least, point.Detection.Interval.Low))],
            [.. points.Select(point => point.Detection.Interval.High)]);
        band.FillColor = line.Color.WithAlpha(0.15);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static void DrawCurve(Plot plot, StudyLine line, List<double?> counts)
    {
        var points = line.Study.Curves.ByCount;
        var curve = plot.Add.Scatter(PlacesOf(points, counts), points.Select(point => point.Detection.Auroc).ToArray());
        curve.Color = line.Color;
        curve.LineWidth = line.Width;
        curve.MarkerSize = 5 + line.Width;
        curve.LegendText = line.Name;
    }

    private static double[] PlacesOf(IEnumerable<DetectionAt> points, List<double?> counts) =>
        [.. points.Select(point => (double)counts.IndexOf(point.At))];
}
