using EvalAwareness.Results.Truth;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>What tells the belief: the readings, the control arms and everything else they are held against.</summary>
internal static class ReferenceChart
{
    private const int RowHeight = 26;
    private const int FrameHeight = 110;

    private const string Caption =
        "Detection of a belief that is not said, by one score per transcript. Blue reads activations; grey are the control "
        + "arms; orange never sees an activation or reads less than a judge does. Whiskers: 95 % bootstrap over transcripts. "
        + "The line at 0.5 is chance.";

    /// <summary>Null when the baseline lacks believers or others.</summary>
    public static Drawing? Draw(TruthStudy study)
    {
        var rows = Rows(study);
        if (rows.Count == 0) return null;
        var plot = Canvas.Create();
        Canvas.Stroke(plot, 0.5, -0.6, 0.5, rows.Count - 0.4, Palette.Control, 1);
        foreach (var (place, row) in rows.Index()) DrawRow(plot, row.Detection, place, row.Color);
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. rows.Index().Select(one => (double)one.Index)], [.. rows.Select(row => row.Name)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        Canvas.Label(plot.Axes.Bottom, "AUROC");
        plot.Axes.SetLimits(Math.Min(0.3, rows.Min(row => row.Detection.Interval.Low) - 0.02), 1.02, -0.6, rows.Count - 0.4);
        return new Drawing(
            "what-tells-the-belief", "What tells the belief", Caption, plot, 680, FrameHeight + RowHeight * rows.Count);
    }

    /// <summary>Lowest first, as they are drawn from below.</summary>
    private static List<(string Name, Detection Detection, Color Color)> Rows(TruthStudy study)
    {
        var readings = StudyLine.Readers(study).Select(line => (line.Study, Palette.Read))
            .Concat(StudyLine.Arms(study).Select(line => (line.Study, Palette.Control)))
            .Concat(StudyLine.Window(study).Select(line => (line.Study, Palette.Said)))
            .Where(one => one.Study.Detections.All is not null)
            .Select(one => (TruthNames.Of(one.Study), one.Study.Detections.All!, one.Item2));
        var references = study.References.Select(reference => (TruthNames.Of(reference), reference.Detection, Palette.Said));
        return [.. readings.Concat(references).OrderBy(row => row.Item2.Auroc)];
    }

    private static void DrawRow(Plot plot, Detection detection, int place, Color color)
    {
        Canvas.Stroke(plot, detection.Interval.Low, place, detection.Interval.High, place, color, 2);
        plot.Add.Marker(detection.Auroc, place, MarkerShape.FilledCircle, 9, color);
    }
}
