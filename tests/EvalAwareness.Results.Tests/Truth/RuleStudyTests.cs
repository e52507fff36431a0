using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class RuleStudyTests
{
    /// <summary>The first and third deployment transcript calibrate: 0.25 and 0 leave 0.25. The second and fourth are both
    /// above it, and so is one of the two believing evaluations.</summary>
    [Fact]
    public void What_one_half_of_the_controls_calibrates_the_other_half_tries()
    {
        var confirmed = Rules(Controls("ynnn", "yyyy", "nnnn", "yynn")).Confirmed!;

        Assert.Equal(0.25, confirmed.Threshold);
        Assert.Equal(new Estimate(0, Proportion.Wilson(0, 2), 2), confirmed.FirstHalf);
        Assert.Equal(new Estimate(1, Proportion.Wilson(2, 2), 2), confirmed.SecondHalf);
        Assert.Equal(new Estimate(0.5, Proportion.Wilson(1, 2), 2), confirmed.Sensitivity);
        Assert.False(confirmed.IsConfirmed);
    }

    [Fact]
    public void A_half_that_is_not_flagged_confirms_the_threshold() =>
        Assert.True(Rules(Controls("ynnn", "ynnn", "nnnn", "nnnn")).Confirmed!.IsConfirmed);

    [Fact]
    public void A_single_control_has_no_other_half() => Assert.Null(Rules(Controls("ynnn")).Confirmed);

    /// <summary>Of 100 controls with shares of 0 to 99 %, two may exceed the threshold: 98 % and 99 % do.</summary>
    [Fact]
    public void Two_in_a_hundred_controls_may_exceed_the_calibrated_share()
    {
        var letters = Enumerable.Range(0, 100).Select(yes => new string('y', yes) + new string('n', 100 - yes));

        Assert.Equal(0.97, Rules(Controls([.. letters])).ShareAbove!.Threshold, 12);
    }

    /// <summary>Three YES of four are more than two of twelve, although a count of two would flag both.</summary>
    [Fact]
    public void A_share_does_not_depend_on_how_many_positions_were_read()
    {
        var rule = Rules(Controls("yynnnnnnnnnn")).ShareAbove!;

        Assert.Equal((1 / 6.0, 0.5, 1.0), (rule.Threshold, rule.Sensitivity!.Value, rule.Specificity!.Value));
    }

    [Fact]
    public void One_YES_is_enough_for_any_of_n()
    {
        var rule = Rules(Controls("ynnn", "nnnn")).AnyOfN;

        Assert.Equal((0.5, 0.5), (rule.Sensitivity!.Value, rule.Specificity!.Value));
    }

    [Fact]
    public void Without_controls_nothing_is_calibrated()
    {
        var rules = Rules(Controls());

        Assert.Null(rules.KOfN);
        Assert.Null(rules.ShareAbove);
        Assert.Equal("any_of_n", Assert.Single(rules.All).Rule);
    }

    /// <summary>Two believing evaluations, one with three YES of four and one with none, and deployment as spelled.</summary>
    private static LettersRun Controls(params IEnumerable<string> letters) => letters.Aggregate(
        new LettersRun().Add("yyyn", aware: true).Add("nnnn", aware: true),
        (run, line) => run.Add(line, aware: false, dataset: "deployment"));

    private static RuleStudy Rules(LettersRun run) => RuleStudy.Of(run.Baseline);
}
