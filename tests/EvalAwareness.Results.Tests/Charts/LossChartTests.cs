using EvalAwareness.Results.Charts;

namespace EvalAwareness.Results.Tests.Charts;

public sealed class LossChartTests
{
    [Fact]
    public void Loss_curves_share_a_logarithmic_axis()
    {
        using var folder = new TemporaryFolder();

        LossChart.Write([("target", Decay(5, 0.3)), ("reconstructor", Decay(1, 0.02))], folder.File("losses"));

        var words = SvgText.Of(folder.File("losses.svg"));
        Assert.True(new FileInfo(folder.File("losses.png")).Length > 0);
        Assert.All(["target", "reconstructor", "0.05", "0.1", "0.5", "1", "5", "step", "loss"], label => Assert.Contains(label, words));
    }

    [Fact]
    public void Losses_within_one_step_of_the_scale_still_stand_between_two_labels()
    {
        using var folder = new TemporaryFolder();

        LossChart.Write([("target", [(0, 0.45), (1, 0.3)])], folder.File("losses"));

        var words = SvgText.Of(folder.File("losses.svg"));
        Assert.All(["0.2", "0.5"], label => Assert.Contains(label, words));
    }

    [Fact]
    public void A_loss_of_zero_is_left_out()
    {
        using var folder = new TemporaryFolder();

        LossChart.Write([("target", [(0, 1.0), (1, 0.5), (2, 0)])], folder.File("losses"));

        Assert.Contains("target", SvgText.Of(folder.File("losses.svg")));
    }

    private static IReadOnlyList<(int Step, double Loss)> Decay(double from, double to) =>
        [.. Enumerable.Range(0, 100).Select(step => (step, to + (from - to) * Math.Exp(-step / 20.0)))];
}
