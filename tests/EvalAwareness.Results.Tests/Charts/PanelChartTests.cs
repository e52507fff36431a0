using EvalAwareness.Results.Charts;
using EvalAwareness.Results.Curves;

namespace EvalAwareness.Results.Tests.Charts;

public sealed class PanelChartTests
{
    [Fact]
    public void Every_unit_has_an_axis_of_its_own()
    {
        using var folder = new TemporaryFolder();

        PanelChart.Write(
            [
                new Panel("share", [new Curve("FVE", Rising(0.3, 0.7)), new Curve("closed", Rising(0.9, 1))], IsShare: true),
                new Panel("nats a token", [new Curve("divergence", Rising(0, 0.04))]),
                new Panel("tokens", [new Curve("length", Rising(40, 60))]),
            ],
            folder.File("rollouts"));

        var words = SvgText.Of(folder.File("rollouts.svg"));
        Assert.All(["share", "FVE", "closed", "nats a token", "0.02", "tokens", "50", "step"], label => Assert.Contains(label, words));
        Assert.True(new FileInfo(folder.File("rollouts.png")).Length > 0);
    }

    [Fact]
    public async Task A_table_of_curves_has_a_row_for_each_point()
    {
        using var folder = new TemporaryFolder();

        await CurveTable.WriteAsync(
            [new Curve("FVE", [(0, 0.25), (1, 0.5)]), new Curve("tokens", [(0, 40)])], folder.File("curves.parquet"), TestContext.Current.CancellationToken);

        Assert.Equal("FVE | 0 | 0.25\nFVE | 1 | 0.5\ntokens | 0 | 40", DuckDb.Rows(folder.File("curves.parquet")));
    }

    private static IReadOnlyList<(int Step, double Value)> Rising(double from, double to) =>
        [.. Enumerable.Range(0, 100).Select(step => (step, from + (to - from) * step / 99))];
}
