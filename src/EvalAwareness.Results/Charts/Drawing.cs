using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>A figure before it is written.</summary>
/// <param name="Width">In the units of the SVG.</param>
/// <param name="Height">In the units of the SVG.</param>
internal sealed record Drawing(string Name, string Title, string Caption, Plot Plot, int Width, int Height)
{
    public Figure Write(string folder)
    {
        var (svg, png) = Canvas.Save(Plot, Width, Height, Path.Combine(folder, Name));
        return new Figure(Name, Title, Caption, svg, png);
    }
}
