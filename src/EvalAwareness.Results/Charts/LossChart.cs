using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>Loss curves of trainings on a logarithmic axis.</summary>
public static class LossChart
{
    /// <summary>Above and below the outermost labels, in decades.</summary>
    private const double Margin = 0.02;

    /// <summary>Writes the curves as <paramref name="pathWithoutExtension"/>.svg and .png. A loss that is not above 0 has
    /// no place on the axis and is left out.</summary>
    public static void Write(
        IReadOnlyList<(string Name, IReadOnlyList<(int Step, double Loss)> Points)> trainings, string pathWithoutExtension)
    {
        var plot = Canvas.Create();
        foreach (var (training, index) in trainings.Select((training, index) => (training, index)))
            DrawCurve(plot, training.Name, training.Points, Palette.Lines[index % Palette.Lines.Count]);
        var losses = trainings.SelectMany(training => training.Points).Select(point => point.Loss).Where(IsDrawable).ToList();
        if (losses.Count > 0) Scale(plot, losses.Min(), losses.Max());
        Canvas.Label(plot.Axes.Bottom, "step");
        Canvas.Label(plot.Axes.Left, "loss");
        plot.ShowLegend(Alignment.UpperRight);
        Canvas.Save(plot, 640, 420, pathWithoutExtension);
    }

    private static bool IsDrawable(double loss) => loss > 0 && double.IsFinite(loss);

    private static void DrawCurve(Plot plot, string name, IEnumerable<(int Step, double Loss)> points, Color color)
    {
        var drawable = points.Where(point => IsDrawable(point.Loss)).ToList();
        var line = plot.Add.Scatter(
            drawable.Select(point => (double)point.Step).ToArray(), drawable.Select(point => Math.Log10(point.Loss)).ToArray());
        line.MarkerSize = drawable.Count == 1 ? 8 : 0;
        line.LineWidth = 2;
        line.Color = color;
        line.LegendText = name;
    }

    /// <summary>Labels 1, 2 and 5 of every decade and reaches to the labels around the losses.</summary>
    private static void Scale(Plot plot, double lowest, double highest)
    {
        var first = (int)Math.Floor(Math.Log10(lowest)) - 1;
        var last = (int)Math.Ceiling(Math.Log10(highest)) + 1;
        double[] losses =
        [
            .. from decade in Enumerable.Range(first, last - first + 1)
               from digit in new[] { 1, 2, 5 }
               select digit * Math.Pow(10, decade),
        ];
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. losses.Select(Math.Log10)], [.. losses.Select(loss => FormattableString.Invariant($"{loss:G3}"))]);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsY(Math.Log10(losses.Last(loss => loss <= lowest)) - Margin, Math.Log10(losses.First(loss => loss >= highest)) + Margin);
    }
}
