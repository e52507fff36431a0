using EvalAwareness.Results.Calibration;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Report.Sections;
using EvalAwareness.Results.Tests.Calibration;

namespace EvalAwareness.Results.Tests.Report;

public sealed class JudgeSectionTests
{
    [Fact]
    public async Task The_errors_of_the_judge_stand_beside_the_shares_they_distort()
    {
        var tables = await ReportFixture.TablesAsync();

        Golden.Match("judge.html", JudgeSection.Of(tables with { Run = RunCalibrationsTests.Run("aa11") }, [KnownCalibration.Document]).Html);
    }

    [Fact]
    public async Task Where_nothing_is_known_of_the_judge_there_is_no_section()
    {
        var tables = await ReportFixture.TablesAsync();

        Assert.Equal(Markup.Nothing, JudgeSection.Of(tables with { Run = RunCalibrationsTests.Run("bb22") }, [KnownCalibration.Document]));
        Assert.Equal(Markup.Nothing, JudgeSection.Of(tables, [KnownCalibration.Document]));
    }

    [Fact]
    public async Task A_judge_no_better_than_chance_corrects_nothing()
    {
        var tables = await ReportFixture.TablesAsync();
        var known = KnownCalibration.Document.Judges[0];
        var chance = KnownCalibration.Document with
        {
            Judges = [known with { Groups = [.. known.Groups.Select(group => group with { Figures = [.. group.Figures.Select(figure => figure with { Value = 0.4 })] })] }],
        };

        var section = JudgeSection.Of(tables with { Run = RunCalibrationsTests.Run("aa11") }, [chance]).Html;

        Assert.Contains("Sensitivity", section);
        Assert.DoesNotContain("corrected</th>", section);
    }
}
