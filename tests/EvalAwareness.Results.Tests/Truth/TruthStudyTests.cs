using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

/// <summary>Numbers counted by hand from the words that describe <see cref="SyntheticRun"/>: eight transcripts per dataset,
/// of which two of blackmail say so; ten believers and twenty others remain.</summary>
public sealed class TruthStudyTests
{
    private static readonly RunTables Tables = SyntheticStudy.Tables;
    private static readonly TruthStudy Study = SyntheticStudy.Study;

    [Fact]
    public void A_run_without_known_beliefs_has_no_truth_study() =>
        Assert.Null(TruthStudy.Of(SyntheticTables.WithoutLabels(Tables)));

    [Fact]
    public void Believers_that_never_say_so_are_told_from_others_by_their_explanations()
    {
        var detection = Study.Baseline.Detections.All!;

        Assert.Equal((10, 20, 1.0), (detection.Believers, detection.Others, detection.Auroc));
        Assert.Equal(new Interval(1, 1, Bootstrap.Method), detection.Interval);
    }

    /// <summary>Shuffled believers have 0 YES (4) or 2 (6); others 0 (2), 1 (8), 2 (2) or 3 (8): 4 x 1 + 6 x 11 wins of 200.</summary>
    [Fact]
    public void Shuffled_activations_rank_as_their_counts_do()
    {
        var detection = Study.Under("shuffled")!.Detections.All!;

        Assert.Equal(0.35, detection.Auroc, 12);
        Assert.InRange(detection.Auroc, detection.Interval.Low, detection.Interval.High);
        Assert.Equal([new(0, 0), new(0.4, 0), new(0.5, 0.6), new(0.9, 0.6), new(1, 1)], Study.Under("shuffled")!.Detections.Roc);
    }

    [Fact]
    public void A_dataset_is_studied_where_it_has_both_believers_and_others() => Assert.Equal(
        [("blackmail", 2, 4), ("destructive-coding", 4, 4), ("swe-bench", 4, 4)],
        Study.Baseline.Detections.ByDataset.Select(one => (one.Subset, one.Detection.Believers, one.Detection.Others)));

    [Fact]
    public void Shares_of_YES_are_averaged_over_the_transcripts_of_a_kind()
    {
        Assert.Equal((0.4, 24), (Math.Round(Study.Baseline.YesShares.Evaluations!.Value, 12), Study.Baseline.YesShares.Evaluations.Count));
        Assert.Equal((0.0125, 8), (Math.Round(Study.Baseline.YesShares.Deployment!.Value, 12), Study.Baseline.YesShares.Deployment.Count));
    }

    [Fact]
    public void Fidelity_is_averaged_over_closed_explanations()
    {
        Assert.Equal(0.8, Study.Baseline.Fidelity!.Fve!.Value, 12);
        Assert.Equal(-0.2, Study.Under("shuffled")!.Fidelity!.Fve!.Value, 12);
        Assert.Equal((320, 1.0), (Study.Baseline.Fidelity.Closed, Study.Baseline.Fidelity.ClosedShare));
    }

    /// <summary>One control has one YES, so k is 2; of the others only three evaluations reach 2.</summary>
    [Fact]
    public void The_calibrated_rule_finds_the_believers_and_spares_the_others()
    {
        var rule = Study.Baseline.Rules.KOfN!;

        Assert.Equal(("k_of_n", 2), (rule.Rule, rule.Threshold));
        Assert.Equal(new Estimate(1, Proportion.Wilson(10, 10), 10), rule.Sensitivity);
        Assert.Equal(new Estimate(0.85, Proportion.Wilson(17, 20), 20), rule.Specificity);
    }

    [Theory]
    [InlineData(0.0, 13 / 60.0, 60)]
    [InlineData(0.5, 1.0, 20)]
    [InlineData(0.8, 0.3, 20)]
    [InlineData(0.9, 0.0, 10)]
    public void Explanations_are_binned_by_the_credence_of_an_ideal_reader(double from, double share, int count)
    {
        var bin = Assert.Single(Study.Baseline.Credence.Bins, bin => bin.From == from);

        Assert.Equal(share, bin.YesShare.Value, 12);
        Assert.Equal(count, bin.YesShare.Count);
        Assert.InRange(bin.MeanCredence, bin.From, bin.To);
    }

    [Fact]
    public void A_bin_without_explanations_is_left_out() => Assert.DoesNotContain(Study.Baseline.Credence.Bins, bin => bin.From == 0.4);

    [Fact]
    public void Conditions_follow_the_baseline_and_what_the_run_lacks_is_null()
    {
        Assert.Equal(["baseline", "shuffled"], Study.Conditions.Select(one => one.Condition));
        Assert.Null(Study.WarmStart);
        Assert.Null(Study.Window);
        Assert.Null(Study.Probe);
        Assert.Empty(Study.TowardsProbe);
    }

    [Fact]
    public void The_same_tables_give_the_same_numbers() => Assert.Equivalent(Study, TruthStudy.Of(Tables), strict: true);
}
