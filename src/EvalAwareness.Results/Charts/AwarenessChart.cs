using EvalAwareness.Core;
using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalAwareness.Results.Charts;

/// <summary>What was said against what was read, per dataset: evaluations to the left, controls to the right.</summary>
internal static class AwarenessChart
{
    private const double ValueWidth = 0.24;

    /// <summary>Between the evaluations and the controls, in datasets.</summary>
    private const double Gap = 0.5;

    private const double HeaderHeight = 1.08;

    private const string Caption =
        "Share of transcripts in which a turn says that this is an evaluation, and in which explanations of the activations say so, "
        + "with 95 % intervals. The calibrated rule asks for more YES than all but 2 % of the controls reach; "
        + "any of n asks for a single one, so it grows with the number of explanations.";

    /// <summary>Null when no dataset has a rate.</summary>
    public static Drawing? Draw(IReadOnlyList<Rate> rates)
    {
        var datasets = Datasets(rates);
        if (datasets.Count == 0) return null;
        var places = Places(datasets);
        var plot = Canvas.Create();
        foreach (var (dataset, place) in datasets.Zip(places)) DrawDataset(plot, dataset, place);
        Separate(plot, datasets, places);
        Frame(plot, datasets, places);
        return new Drawing("awareness-by-dataset", "Awareness said and read", Caption, plot, Width(datasets), 420);
    }

    private static List<IGrouping<string, Rate>> Datasets(IEnumerable<Rate> rates) =>
    [
        .. rates
            .Where(rate => rate.Condition == Conditions.Baseline && rate.Dataset is not (RateTable.AllEvaluations or RateTable.AllDeployment))
            .GroupBy(rate => rate.Dataset)
            .Where(dataset => AwarenessSeries.All.Any(series => series.Find(dataset) is not null))
            .OrderBy(IsControl),
    ];

    private static bool IsControl(IGrouping<string, Rate> dataset) => dataset.First().Kind == TranscriptKind.Deployment.Name();

    private static double[] Places(IReadOnlyList<IGrouping<string, Rate>> datasets)
    {
        var gap = datasets.Any(dataset => !IsControl(dataset)) ? Gap : 0;
        return [.. datasets.Select((dataset, index) => index + (IsControl(dataset) ? gap : 0))];
    }

    private static void DrawDataset(Plot plot, IGrouping<string, Rate> dataset, double place)
    {
        var rates = AwarenessSeries.All.Select(series => (Series: series, Rate: series.Find(dataset))).Where(one => one.Rate is not null).ToList();
        for (var index = 0; index < rates.Count; index++)
            DrawValue(plot, rates[index].Series, rates[index].Rate!, place + (index - (rates.Count - 1) / 2.0) * ValueWidth);
    }

    private static void DrawValue(Plot plot, AwarenessSeries series, Rate rate, double place)
    {
        if (series.Bar is { } fill)
            plot.Add.Bar(new Bar { Position = place, Value = rate.Value!.Value, Size = 0.85 * ValueWidth, FillColor = fill, LineWidth = 0 });
        if (rate is { CiLow: { } low, CiHigh: { } high }) Canvas.Stroke(plot, place, low, place, high, series.Color, 2);
        plot.Add.Marker(place, rate.Value!.Value, series.Marker, 9, series.Color).MarkerStyle.LineWidth = 2;
    }

    /// <summary>A line between the two kinds and the name of each above its datasets.</summary>
    private static void Separate(Plot plot, IReadOnlyList<IGrouping<string, Rate>> datasets, double[] places)
    {
        foreach (var kind in datasets.Zip(places).GroupBy(one => IsControl(one.First)))
        {
            var middle = kind.Average(one => one.Second);
            Canvas.Write(plot, kind.Key ? "Deployment" : "Evaluations", middle, HeaderHeight, Palette.Muted);
        }
        var evaluations = datasets.Count(dataset => !IsControl(dataset));
        if (evaluations == 0 || evaluations == datasets.Count) return;
        var border = (places[evaluations - 1] + places[evaluations]) / 2;
        Canvas.Stroke(plot, border, -0.02, border, HeaderHeight + 0.04, Palette.Grid);
    }

    private static void Frame(Plot plot, IReadOnlyList<IGrouping<string, Rate>> datasets, double[] places)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. datasets.Select(LabelOf)]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Left.TickGenerator = Canvas.Percent();
        Canvas.Label(plot.Axes.Left, "flagged transcripts");
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(places[0] - 0.6, places[^1] + 0.6, -0.02, HeaderHeight + 0.05);
        foreach (var series in AwarenessSeries.All.Where(series => datasets.Any(dataset => series.Find(dataset) is not null)))
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = series.Label, MarkerShape = series.Marker, MarkerSize = 9, MarkerColor = series.Color, LineWidth = 0,
            });
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
    }

    private static string LabelOf(IGrouping<string, Rate> dataset) =>
        $"{dataset.Key}\nn = {dataset.Max(rate => rate.NTranscripts)}";

    /// <summary>Wide enough that no name touches the next.</summary>
    private static int Width(IReadOnlyList<IGrouping<string, Rate>> datasets)
    {
        var longest = datasets.Max(dataset => dataset.Key.Length);
        return Math.Max(680, 140 + datasets.Count * Math.Max(110, 8 * longest + 16));
    }
}
