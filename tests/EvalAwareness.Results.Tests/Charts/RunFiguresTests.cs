using EvalAwareness.Results.Charts;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Charts;

public sealed class RunFiguresTests
{
    private static readonly RunTables Tables = SyntheticStudy.Tables;

    private static readonly TruthStudy Study = SyntheticStudy.Study;

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void A_run_with_known_beliefs_has_five_figures()
    {
        using var folder = new TemporaryFolder();

        var figures = RunFigures.Write(Tables, Study, folder.Path);

        Assert.Equal(["awareness-by-dataset", "detection", "reading-by-credence", "detection-by-positions", "what-tells-the-belief"],
            figures.Select(figure => figure.Name));
        Assert.All(figures, figure =>
        {
            Assert.Equal(folder.File($"figures/{figure.Name}.svg"), figure.SvgPath);
            Assert.Equal(PngSignature, File.ReadAllBytes(figure.PngPath)[..8]);
            Assert.Contains("<svg", File.ReadAllText(figure.SvgPath));
        });
    }

    [Fact]
    public void Without_known_beliefs_only_the_rates_are_drawn()
    {
        using var folder = new TemporaryFolder();

        var figures = RunFigures.Write(SyntheticTables.WithoutLabels(Tables), study: null, folder.Path);

        Assert.Equal("awareness-by-dataset", Assert.Single(figures).Name);
    }

    [Fact]
    public void The_drawing_names_every_dataset_as_text()
    {
        using var folder = new TemporaryFolder();

        var words = SvgText.Of(RunFigures.Write(Tables, Study, folder.Path)[0].SvgPath);

        Assert.All(SyntheticRun.Datasets, dataset => Assert.Contains(dataset, words));
        Assert.Equal(4, words.Count(line => line == "n = 8"));
    }

    [Fact]
    public void The_legend_of_the_detection_gives_both_arms_with_their_intervals()
    {
        using var folder = new TemporaryFolder();

        var words = SvgText.Of(RunFigures.Write(Tables, Study, folder.Path)[1].SvgPath);

        Assert.Contains("baseline: AUROC 1.000 [1.000, 1.000]", words);
        Assert.Contains(words, line => line.StartsWith("shuffled: AUROC 0.35", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_way_of_reading_has_its_line_and_every_reference_its_row()
    {
        using var folder = new TemporaryFolder();

        var figures = RunFigures.Write(AllReadings.Tables, AllReadings.Study, folder.Path).ToDictionary(figure => figure.Name, figure => SvgText.Of(figure.SvgPath));

        Assert.All(["baseline", "warm start", "linear probe"], name =>
        {
            Assert.Contains(figures["detection"], line => line.StartsWith($"{name}: AUROC", StringComparison.Ordinal));
            Assert.Contains(name, figures["reading-by-credence"]);
            Assert.Contains(name, figures["detection-by-positions"]);
            Assert.Contains(name, figures["what-tells-the-belief"]);
        });
        Assert.Contains("judge of the text", figures["reading-by-credence"]);
        Assert.Contains("number of cues", figures["what-tells-the-belief"]);
    }

    [Fact]
    public void A_run_without_controls_shows_no_calibrated_rule()
    {
        using var folder = new TemporaryFolder();
        var tables = Tables with { Rates = [.. Tables.Rates.Where(rate => !Core.Rates.Rules.IsKOfN(rate.Rule))] };

        var words = SvgText.Of(RunFigures.Write(tables, Study, folder.Path)[0].SvgPath);

        Assert.Contains("read: any of n", words);
        Assert.DoesNotContain(words, line => line.Contains("calibrated", StringComparison.Ordinal));
    }
}
