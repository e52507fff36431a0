using EvalAwareness.Results.Curves;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>Several panels under one another, over the same steps: what counts in different units stands on different axes.</summary>
public static class PanelChart
{
    private const int Width = 640;
    private const int ShareHeight = 320;
    private const int PlainHeight = 190;

    /// <summary>Room for the longest labels of any panel, so that all begin at one place.</summary>
    private const float LeftRoom = 80;

    /// <summary>Writes the panels as <paramref name="pathWithoutExtension"/>.svg and .png.</summary>
    public static void Write(IReadOnlyList<Panel> panels, string pathWithoutExtension)
    {
        var last = panels.SelectMany(panel => panel.Curves).SelectMany(curve => curve.Points).Select(point => point.Step).DefaultIfEmpty().Max();
        var plots = panels.Select(panel => Draw(panel, last)).ToList();
        Canvas.Label(plots[^1].Axes.Bottom, "step");
        Canvas.SaveStacked([.. plots.Zip(panels, (plot, panel) => (plot, panel.IsShare ? ShareHeight : PlainHeight))], Width, pathWithoutExtension);
    }

    private static Plot Draw(Panel panel, int lastStep)
    {
        var plot = Canvas.Create();
        foreach (var (curve, index) in panel.Curves.Select((curve, index) => (curve, index)))
            DrawCurve(plot, curve, Palette.Lines[index % Palette.Lines.Count]);
        Canvas.Label(plot.Axes.Left, panel.Label);
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = LeftRoom;
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(0, Math.Max(1, lastStep));
        if (panel.IsShare)
            plot.Axes.SetLimitsY(0, 1.05);
        ShowLegendAbove(plot);
        return plot;
    }

    /// <summary>Where it covers no curve.</summary>
    private static void ShowLegendAbove(Plot plot)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Top);
    }

    private static void DrawCurve(Plot plot, Curve curve, Color color)
    {
        var points = curve.Points.Where(point => double.IsFinite(point.Value)).ToList();
        var line = plot.Add.Scatter(points.Select(point => (double)point.Step).ToArray(), points.Select(point => point.Value).ToArray());
        line.MarkerSize = points.Count == 1 ? 8 : 0;
        line.LineWidth = 2;
        line.Color = color;
        line.LegendText = curve.Name;
    }
}
