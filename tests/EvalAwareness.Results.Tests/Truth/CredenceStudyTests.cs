using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class CredenceStudyTests
{
    /// <summary>The mid-ranks of two NO and two YES against 0.05, 0.25, 0.25, 0.95: 3 over the root of 18, as by hand.</summary>
    [Fact]
    public void YES_is_correlated_with_the_credence_over_positions()
    {
        var credence = Credence(new LettersRun()
            .Add("nn", aware: false, credences: [0.05, 0.25])
            .Add("yy", aware: true, credences: [0.25, 0.95]));

        Assert.Equal(3 / Math.Sqrt(18), credence.Correlation!.Value, 12);
        Assert.Equal(4, credence.Correlation.Count);
        Assert.InRange(credence.Correlation.Value, credence.Correlation.Interval.Low, credence.Correlation.Interval.High);
    }

    /// <summary>YES on none, both, half and both of four bins: one step falls.</summary>
    [Fact]
    public void Steps_at_which_the_share_falls_are_counted()
    {
        var credence = Credence(new LettersRun()
            .Add("nyny", aware: false, credences: [0.05, 0.25, 0.55, 0.95])
            .Add("nyyy", aware: true, credences: [0.05, 0.25, 0.55, 0.95]));

        Assert.Equal((4, 1), (credence.Bins.Count, credence.Falls));
    }

    [Fact]
    public void In_the_lowest_bin_believers_are_held_against_the_others()
    {
        var credence = Credence(new LettersRun()
            .Add("yynn", aware: true, credences: [0.01, 0.02, 0.03, 0.9])
            .Add("nyny", aware: false, credences: [0.01, 0.02, 0.5, 0.5])
            .Add("nn", aware: false, credences: [0, 0.09]));

        Assert.Equal((2 / 3.0, 3), (credence.LeastBelievers!.Value, credence.LeastBelievers.Count));
        Assert.Equal((0.25, 4), (credence.LeastOthers!.Value, credence.LeastOthers.Count));
    }

    [Fact]
    public void The_probe_is_correlated_by_its_log_odds()
    {
        var run = new LettersRun().Add("nnnn", aware: true, credences: [0.1, 0.2, 0.3, 0.4], probe: "nnyy");
        var tables = run.Tables;
        var graded = tables with
        {
            Verdicts = [.. tables.Verdicts.Select(row => row.Score is null ? row : row with { Score = row.Position / 100.0 })],
        };
        var probe = new RunReadings(graded).Series("baseline", Subjects.Activation);

        Assert.Equal(1, CredenceStudy.Of(probe).Correlation!.Value, 12);
    }

    private static CredenceStudy Credence(LettersRun run) => CredenceStudy.Of(run.Baseline);
}
