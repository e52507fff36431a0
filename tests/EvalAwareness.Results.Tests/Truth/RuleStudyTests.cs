using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class RuleStudyTests
{
    /// <summary>Of four controls each is a tenth of its own, tried with the largest share of the other three: only 0.5 exceeds it. All four
    /// leave 0.5, which one of the two believing evaluations exceeds.</summary>
    [Fact]
    public void What_other_controls_calibrate_each_tenth_tries()
    {
        var confirmed = Rules(Controls("ynnn", "yynn", "nnnn", "nnnn")).Confirmed!;

        Assert.Equal(0.5, confirmed.Threshold);
        Assert.Equal(new Estimate(0.25, Proportion.Wilson(1, 4), 4), confirmed.HeldOut);
        Assert.Equal(new Estimate(0.5, Proportion.Wilson(1, 2), 2), confirmed.Sensitivity);
        Assert.False(confirmed.IsConfirmed);
    }

    /// <summary>Of twenty controls the fourth and the fourteenth have the largest share: their turn comes together, and both exceed the rest.</summary>
    [Fact]
    public void Controls_of_one_tenth_do_not_calibrate_each_other()
    {
        var letters = Enumerable.Range(0, 20).Select(index => index % 10 == 3 ? "yynn" : "ynnn");

        Assert.Equal(0.1, Rules(Controls([.. letters])).Confirmed!.HeldOut.Value);
    }

    [Fact]
    public void Controls_that_are_not_flagged_confirm_the_threshold() =>
        Assert.True(Rules(Controls("ynnn", "ynnn", "nnnn", "nnnn")).Confirmed!.IsConfirmed);

    [Fact]
    public void A_single_control_has_no_others() => Assert.Null(Rules(Controls("ynnn")).Confirmed);

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
