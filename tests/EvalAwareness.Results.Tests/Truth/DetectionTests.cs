using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class DetectionTests
{
    /// <summary>Without cues the believer (0.5) wins over 0 and loses to 1; with two cues 0.25 ties with one and 0.75 wins.
    /// Over all, 0.5 wins over 0 and 0.25, and so on: 6.5 - 1 of 9.</summary>
    [Fact]
    public void Among_the_same_cues_only_transcripts_with_as_many_are_compared()
    {
        var detections = Detections.Of(Cues().Baseline);

        Assert.Equal([("cues=0", 0.5), ("cues=2", 0.75)], detections.ByCues.Select(one => (one.Subset, one.Detection.Auroc)));
        Assert.Equal((0.625, 3, 3), (detections.SameCues!.Auroc, detections.SameCues.Believers, detections.SameCues.Others));
        Assert.Equal(5.5 / 9, detections.All!.Auroc, 12);
    }

    [Fact]
    public void A_believer_whose_cues_nobody_else_has_is_compared_only_over_all()
    {
        var detections = Detections.Of(Cues().Add("yyyy", aware: true, cues: 3).Baseline);

        Assert.DoesNotContain(detections.ByCues, one => one.Subset == "cues=3");
        Assert.Equal((4, 3), (detections.All!.Believers, detections.SameCues!.Believers));
    }

    /// <summary>The transcript that the probe did not read is left out. Over all, 0.5 wins over 0 and 0.25, and 0.25 over 0
    /// while it ties: 3.5 of 6, a sixth of the way to 1. Among the same cues 0.25 is not there: 2 of 4, no way at all.</summary>
    [Fact]
    public void The_words_are_placed_between_chance_and_the_probe()
    {
        var study = Study(new LettersRun()
            .Add("yynn", aware: true, probe: "yyyy")
            .Add("ynnn", aware: true, probe: "yyyn")
            .Add("nnnn", aware: false, probe: "nnnn")
            .Add("yyny", aware: false, probe: "ynnn")
            .Add("nnnn", aware: false, probe: "")
            .Add("nynn", aware: false, cues: 1, probe: "nnnn"));

        var comparison = Assert.Single(study.TowardsProbe);

        Assert.Equal(("baseline", 5), (comparison.Condition, comparison.All!.Count));
        Assert.Equal(1 / 6.0, comparison.All.Value, 12);
        Assert.InRange(comparison.All.Value, comparison.All.Interval.Low, comparison.All.Interval.High);
        Assert.Equal((0.0, 4), (comparison.SameCues!.Value, comparison.SameCues.Count));
        Assert.Equal(1, study.Probe!.Detections.All!.Auroc);
    }

    [Fact]
    public void A_judge_that_says_no_everywhere_ranks_nothing()
    {
        var window = Study(new LettersRun().Add("yy", aware: true, window: "nn").Add("nn", aware: false, window: "nn")).Window!;

        Assert.Equal(0.5, window.Detections.All!.Auroc);
        Assert.True(window.YesShares.AreAllZero);
        Assert.Null(window.Credence.Correlation);
        Assert.Null(window.Fidelity);
    }

    [Fact]
    public void The_pair_before_its_joint_training_is_studied_beside_the_baseline()
    {
        var study = Study(new LettersRun()
            .Add("yy", aware: true).Add("nn", aware: false)
            .Add("nn", aware: true, condition: "warm_start").Add("yn", aware: false, condition: "warm_start"));

        Assert.Equal(0, study.WarmStart!.Detections.All!.Auroc);
        Assert.Equal(1, study.Baseline.Detections.All!.Auroc);
    }

    private static LettersRun Cues() => new LettersRun()
        .Add("yynn", aware: true, cues: 0).Add("nnnn", aware: false, cues: 0).Add("yyyy", aware: false, cues: 0)
        .Add("nnny", aware: true, cues: 2).Add("yyyn", aware: true, cues: 2).Add("ynnn", aware: false, cues: 2);

    private static TruthStudy Study(LettersRun run) => TruthStudy.Of(run.Tables)!;
}
