using EvalAwareness.Results.Report;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Tests.Report;

public sealed class ReportWriterTests
{
    [Fact]
    public async Task The_report_is_one_file_that_reaches_for_nothing()
    {
        using var folder = new TemporaryFolder();
        var content = new ReportContent(await ReportFixture.TablesAsync())
        {
            Figures = [new ReportFigure("Said and read", "Wilson intervals.", ReportFixture.Svg("said"))],
            TextOf = id => ReportFixture.Text(id, 110),
        };

        await ReportWriter.WriteAsync(content, folder.File("report.html"), TestContext.Current.CancellationToken);

        var page = await File.ReadAllTextAsync(folder.File("report.html"), TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", page);
        Assert.DoesNotContain("http:", page);
        Assert.DoesNotContain("https:", page);
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("{{", page);
        Assert.Contains("default-src 'none'", page);
    }

    [Fact]
    public async Task What_transcripts_explanations_and_labels_say_never_becomes_markup()
    {
        var tables = await ReportFixture.TablesAsync();
        var hostile = tables with
        {
            Explanations = [.. tables.Explanations.Select(row => row with { Description = ReportFixture.Attack })],
            Verdicts = [.. tables.Verdicts.Select(row => row with { Evidence = ReportFixture.Attack })],
            Failures = [new FailureRow { Stage = "read", Message = ReportFixture.Attack }],
            Rates = [.. tables.Rates.Select(rate => rate with { Dataset = ReportFixture.Attack })],
        };

        var page = ReportWriter.Render(new ReportContent(hostile)
        {
            Figures = [new ReportFigure(ReportFixture.Attack, ReportFixture.Attack, ReportFixture.Svg(ReportFixture.Attack))],
            Quality = [new ReportTable(ReportFixture.Attack, ReportFixture.Attack, [ReportFixture.Attack], [(ReportFixture.Attack, [null])])],
            TextOf = id => ReportFixture.Text(id, 80, ReportFixture.Attack),
        });

        Assert.DoesNotContain("<img src=x", page);
        Assert.DoesNotContain("onerror=alert(1)>", page);
        Assert.Contains("\\u003C/script\\u003E\\u003Cimg src=x", page);
        Assert.Contains("&lt;/script&gt;&lt;img src=x", page);
    }

    [Fact]
    public async Task A_large_run_stays_below_fifteen_megabytes()
    {
        var tables = await ReportFixture.TablesAsync();
        var large = LargeRun.Of(tables, transcripts: 400, positions: 50);

        var page = ReportWriter.Render(new ReportContent(large) { TextOf = id => ReportFixture.Text(id, 350, $" {id} word") });

        Assert.InRange(page.Length, 3_000_000, 15_000_000);
    }

    [Fact]
    public async Task Of_a_study_too_large_for_a_page_a_part_is_shown_and_said_to_be_one()
    {
        var tables = await ReportFixture.TablesAsync();
        var large = LargeRun.Of(tables, transcripts: 410, positions: 200);

        var page = ReportWriter.Render(new ReportContent(large));

        Assert.Contains("one in 3 transcripts is shown here", page);
        Assert.Equal(137, page.Split("id=\"readings-").Length - 1);
        Assert.InRange(page.Length, 3_000_000, 20_000_000);
    }
}
