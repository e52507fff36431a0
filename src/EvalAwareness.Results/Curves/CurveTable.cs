using EvalAwareness.Results.Columns;

namespace EvalAwareness.Results.Curves;

/// <summary>Curves as a Parquet table: a row for each point, with <c>curve</c>, <c>step</c> and <c>value</c>.</summary>
public static class CurveTable
{
    private static readonly Table<Point> Table = new(
        "curves",
        [
            ColumnsOf<Point>.Text("curve", point => point.Curve),
            ColumnsOf<Point>.Value("step", point => point.Step),
            ColumnsOf<Point>.Value("value", point => point.Value),
        ],
        row => new Point(row.Text("curve"), row.Value<int>("step"), row.Value<double>("value")));

    public static Task WriteAsync(IEnumerable<Curve> curves, string path, CancellationToken stop) =>
        TableWriter<Point>.WriteAllAsync(
            Table, path, curves.SelectMany(curve => curve.Points.Select(point => new Point(curve.Name, point.Step, point.Value))), stop);

    private sealed record Point(string Curve, int Step, double Value);
}
