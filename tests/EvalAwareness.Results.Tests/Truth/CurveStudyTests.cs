using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class CurveStudyTests
{
    /// <summary>Twelve positions in two turns. Believers have their two YES in the first turn, which holds nothing else, and
    /// the others theirs in the last one.</summary>
    private static readonly LettersRun TwoTurns = new LettersRun()
        .Add("yy|nnnnnnnnnn", aware: true).Add("yy|nnnnnnnnnn", aware: true)
        .Add("nnnnnnnnnn|yy", aware: false).Add("nnnnnnnnnn|yy", aware: false);

    [Theory]
    [InlineData("first", 1.0)]
    [InlineData("last", 0.0)]
    [InlineData("per_turn", 0.5)]
    public void A_policy_chooses_among_the_positions_read(string policy, double auroc)
    {
        var point = Assert.Single(Curves(TwoTurns).ByPolicy, one => one.Policy == policy);

        Assert.Equal((10, auroc), (point.Positions, point.Detection.Auroc));
    }

    [Fact]
    public void Numbers_of_positions_rise_up_to_all_that_were_read()
    {
        var curve = Curves(TwoTurns).ByCount;

        Assert.Equal([1, 2, 5, 10, null], curve.Select(point => point.At));
        Assert.Equal(0.5, curve[^1].Detection.Auroc);
    }

    /// <summary>A believer with half YES against one without: a single position ranks it above with a probability of one
    /// half and ties otherwise, so 0.75; all positions never fail. Over 40 pairs of transcripts and ten draws the
    /// standard error is about 0.01.</summary>
    [Fact]
    public void More_positions_rank_better()
    {
        var run = new LettersRun();
        for (var pair = 0; pair < 40; pair++) run.Add("yynnynynyn", aware: true).Add("nnnnnnnnnn", aware: false);

        var curve = Curves(run).ByCount;

        Assert.InRange(curve[0].Detection.Auroc, 0.7, 0.8);
        Assert.Equal(1, curve[^1].Detection.Auroc);
        Assert.InRange(curve[0].Detection.Auroc, curve[0].Detection.Interval.Low, curve[0].Detection.Interval.High);
    }

    /// <summary>The YES of the believer are read back well, those of the other badly: with the better half kept it tells.</summary>
    [Fact]
    public void Explanations_that_were_read_back_badly_can_be_left_out()
    {
        var tables = new LettersRun().Add("yynn", aware: true).Add("nnyy", aware: false).Tables;
        var fidelity = new[] { 0.9, 0.8, 0.1, 0.2 };
        var graded = tables with
        {
            Explanations = [.. tables.Explanations.Index().Select(one => one.Item with { FveNrm = fidelity[one.Index % 4] })],
        };

        var curve = CurveStudy.Of(new RunReadings(graded).Series("baseline", Subjects.Explanation)).ByFidelity;

        Assert.Equal([1, 0.75, 0.5, 0.25, 0.1], curve.Select(point => point.At!.Value));
        Assert.Equal([0.5, 1, 1, 1, 1], curve.Select(point => point.Detection.Auroc));
    }

    /// <summary>Believers pass 0, 1 and 2 of four positions; the others 3 of four, and all.</summary>
    [Fact]
    public void The_first_YES_stands_where_the_response_has_passed_so_far()
    {
        var first = FirstYes.Of(new LettersRun()
            .Add("yyyy", aware: true).Add("nyny", aware: true).Add("nnyn", aware: true)
            .Add("nnny", aware: false).Add("nnnn", aware: false).Baseline);

        Assert.Equal((0.25, 3), (first.Believers!.Value, first.Believers.Count));
        Assert.Equal((0.875, 2), (first.Others!.Value, first.Others.Count));
    }

    private static CurveStudy Curves(LettersRun run) => CurveStudy.Of(run.Baseline);
}
