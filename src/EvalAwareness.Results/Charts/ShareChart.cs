using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>Shares that change over the steps of a training, on a linear axis up to one.</summary>
public static class ShareChart
{
    /// <summary>Writes the curves as <paramref name="pathWithoutExtension"/>.svg and .png. What lies below zero is cut off: an
    /// FVE there says only that nothing is explained.</summary>
    public static void Write(
        IReadOnlyList<(string Name, IReadOnlyList<(int Step, double Share)> Points)> curves, string pathWithoutExtension)
    {
        var plot = Canvas.Create();
        foreach (var (curve, index) in curves.Select((curve, index) => (curve, index)))
            DrawCurve(plot, curve.Name, [.. curve.Points.Where(point => double.IsFinite(point.Share))], Palette.Lines[index % Palette.Lines.Count]);
        Canvas.Label(plot.Axes.Bottom, "step");
        Canvas.Label(plot.Axes.Left, "share");
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsY(0, 1.05);
        plot.ShowLegend(Alignment.MiddleRight);
        Canvas.Save(plot, 640, 420, pathWithoutExtension);
    }

    private static void DrawCurve(Plot plot, string name, IReadOnlyList<(int Step, double Share)> points, Color color)
    {
        var line = plot.Add.Scatter(points.Select(point => (double)point.Step).ToArray(), points.Select(point => point.Share).ToArray());
        line.MarkerSize = points.Count == 1 ? 8 : 0;
        line.LineWidth = 2;
        line.Color = color;
        line.LegendText = name;
    }
}
