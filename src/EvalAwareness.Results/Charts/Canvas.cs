using System.Text;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace EvalAwareness.Results.Charts;

/// <summary>The look all figures share.</summary>
internal static class Canvas
{
    private const int TextSize = 13;

    public static Plot Create()
    {
        ChartFont.Register();
        var plot = new Plot();
        plot.Font.Set(ChartFont.Name);
        plot.Axes.Color(Palette.Ink);
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Palette.Grid;
        foreach (var axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom }) Calm(axis);
        plot.Legend.FontSize = TextSize;
        plot.Legend.FontColor = Palette.Ink;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    public static void Label(IAxis axis, string text)
    {
        axis.Label.Text = text;
        axis.Label.FontSize = TextSize;
        axis.Label.Bold = false;
    }

    /// <summary>Ticks at 0, 20, ... 100 %.</summary>
    public static NumericManual Percent()
    {
        double[] ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
        return new NumericManual(ticks, [.. ticks.Select(tick => FormattableString.Invariant($"{tick * 100:0} %"))]);
    }

    public static void Stroke(Plot plot, double x1, double y1, double x2, double y2, Color color, float width = 1.5f)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = color;
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    public static void Write(Plot plot, string text, double x, double y, Color color)
    {
        var words = plot.Add.Text(text, x, y);
        words.LabelFontName = ChartFont.Name;
        words.LabelFontSize = TextSize;
        words.LabelFontColor = color;
        words.LabelAlignment = Alignment.MiddleCenter;
    }

    /// <summary>Writes PATH.svg and, at twice the pixels, PATH.png.</summary>
    public static (string Svg, string Png) Save(Plot plot, int width, int height, string path)
    {
        var (svg, png) = ($"{path}.svg", $"{path}.png");
        File.WriteAllText(svg, plot.GetSvgXml(width, height).Replace($"\"{ChartFont.Name}\"", $"\"{ChartFont.Stack}\""));
        plot.ScaleFactor = 2;
        File.WriteAllBytes(png, plot.GetImageBytes(2 * width, 2 * height, ImageFormat.Png));
        plot.ScaleFactor = 1;
        return (svg, png);
    }

    /// <summary>Writes plots of one width under one another, as <see cref="Save"/> does.</summary>
    public static void SaveStacked(IReadOnlyList<(Plot Plot, int Height)> plots, int width, string path)
    {
        var height = plots.Sum(plot => plot.Height);
        File.WriteAllText($"{path}.svg", StackedSvg(plots, width, height).Replace($"\"{ChartFont.Name}\"", $"\"{ChartFont.Stack}\""));
        using var surface = SKSurface.Create(new SKImageInfo(2 * width, 2 * height));
        surface.Canvas.Scale(2);
        RenderStacked(surface.Canvas, plots, width);
        File.WriteAllBytes($"{path}.png", new Image(surface).GetImageBytes(ImageFormat.Png));
    }

    private static string StackedSvg(IReadOnlyList<(Plot Plot, int Height)> plots, int width, int height)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
            RenderStacked(canvas, plots, width);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void RenderStacked(SKCanvas canvas, IReadOnlyList<(Plot Plot, int Height)> plots, int width)
    {
        var top = 0;
        foreach (var (plot, height) in plots)
        {
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            plot.Render(canvas, new PixelRect(0, width, top + height, top));
            top += height;
        }
    }

    private static void Calm(IAxis axis)
    {
        axis.TickLabelStyle.FontSize = TextSize;
        axis.FrameLineStyle.Color = Palette.Control;
        axis.MajorTickStyle.Color = Palette.Control;
        axis.MinorTickStyle.Length = 0;
    }
}
