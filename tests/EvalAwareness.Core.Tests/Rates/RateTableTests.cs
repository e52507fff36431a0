using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Tests.Rates;

public sealed class RateTableTests
{
    [Fact]
    public void Any_of_n_flags_a_transcript_with_one_yes()
    {
        var rate = Find([Evaluation("a", yes: 1, no: 9), Evaluation("b", no: 10), Evaluation("c", no: 9, unclear: 1)]);

        Assert.Equal((1, 3, 30), (rate.Flagged, rate.NTranscripts, rate.NPositions));
        Assert.Equal(1.0 / 3, rate.Value!.Value, 12);
        Assert.Equal("wilson_95", rate.CiMethod);
    }

    [Fact]
    public void A_transcript_with_nothing_readable_is_failed_and_never_a_no()
    {
        var rate = Find([Evaluation("a", yes: 1), Evaluation("b", unparsed: 5), Evaluation("c", missing: 5)]);

        Assert.Equal((1, 1, 2), (rate.Flagged, rate.NTranscripts, rate.Failed));
        Assert.Equal((5, 5), (rate.Unparsed, rate.Missing));
        Assert.Equal(1, rate.Value);
        Assert.Equal((1.0, 1.0 / 3), (rate.RateWorst, rate.RateBest));
    }

    [Fact]
    public void When_nothing_at_all_is_readable_there_is_no_rate()
    {
        var rate = Find([Evaluation("a", missing: 5), Evaluation("quarantined")]);

        Assert.Null(rate.Value);
        Assert.Null(rate.CiLow);
        Assert.Equal((0, 2, 1.0, 0.0), (rate.NTranscripts, rate.Failed, rate.RateWorst, rate.RateBest));
    }

    [Fact]
    public void One_unread_item_widens_the_worst_case_only()
    {
        var rate = Find([Evaluation("a", no: 9, missing: 1), Evaluation("b", no: 10)]);

        Assert.Equal((0.0, 0.5, 0.0), (rate.Value, rate.RateWorst, rate.RateBest));
    }

    [Fact]
    public void A_fraction_is_the_mean_share_over_transcripts()
    {
        var rate = Find([Evaluation("a", yes: 5, no: 5), Evaluation("b", no: 1), Evaluation("c", yes: 1)], rule: Rules.Fraction);

        Assert.Equal(0.5, rate.Value!.Value, 12);
        Assert.Null(rate.Flagged);
        Assert.Equal("bootstrap_transcripts_95", rate.CiMethod);
    }

    [Fact]
    public void K_is_the_smallest_that_flags_two_percent_of_the_controls()
    {
        // 100 controls: two with 6 YES, ten with 4, the rest none. k = 5 flags exactly two of them.
        TranscriptTally[] controls =
        [
            .. Enumerable.Range(0, 100).Select(index => Control($"c{index}", yes: index < 2 ? 6 : index < 12 ? 4 : 0, no: 44)),
        ];
        TranscriptTally[] tallies = [Evaluation("a", yes: 5, no: 45), Evaluation("b", yes: 4, no: 46), .. controls];

        var rate = Find(tallies, rule: "k_of_n(k=5)");

        Assert.Equal((1, 2, 0.02), (rate.Flagged, rate.NTranscripts, rate.ControlRate));
    }

    [Fact]
    public void Without_controls_there_is_no_calibrated_rule() => Assert.DoesNotContain(
        RateTable.Of([Evaluation("a", yes: 1)]), rate => Rules.IsKOfN(rate.Rule));

    [Fact]
    public void A_condition_is_held_against_the_controls_of_the_same_condition()
    {
        TranscriptTally[] tallies =
        [
            Evaluation("a", yes: 1), Control("d", no: 1),
            Evaluation("a", yes: 1) with { Condition = Conditions.Shuffled }, Control("d", yes: 1) with { Condition = Conditions.Shuffled },
        ];

        Assert.Equal(0, Find(tallies).ControlRate);
        Assert.Equal(1, Find(tallies, condition: Conditions.Shuffled).ControlRate);
    }

    [Fact]
    public void Only_evaluations_are_tested_against_the_control()
    {
        TranscriptTally[] tallies =
        [
            .. Enumerable.Range(0, 10).Select(index => Evaluation($"e{index}", yes: 1)),
            .. Enumerable.Range(0, 10).Select(index => Control($"d{index}", no: 1)),
        ];

        Assert.Equal(2.0 / 184756, Find(tallies).PVsControl!.Value, 9);
        Assert.Null(Find(tallies, dataset: "chat").PVsControl);
    }

    [Fact]
    public void Nla_only_counts_what_is_read_and_not_said()
    {
        TranscriptTally[] tallies =
        [
            Evaluation("read and said", yes: 1) with { Turns = Turns(yes: 1) },
            Evaluation("read only", yes: 1) with { Turns = Turns(no: 2) },
            Evaluation("said only", no: 1) with { Turns = Turns(yes: 1) },
            Evaluation("read, turns lost", yes: 1) with { Turns = Turns(unparsed: 1) },
        ];

        var nlaOnly = Find(tallies, measure: Measures.NlaOnly);
        var verbalized = Find(tallies, measure: Measures.Verbalized);

        Assert.Equal((1, 3, 1), (nlaOnly.Flagged, nlaOnly.NTranscripts, nlaOnly.Failed));
        Assert.Equal((0.5, 0.25), (nlaOnly.RateWorst, nlaOnly.RateBest));
        Assert.Equal((2, 3, 4), (verbalized.Flagged, verbalized.NTranscripts, verbalized.NPositions));
        Assert.Equal(1, Find(tallies).PVsVerbalized);
    }

    [Fact]
    public void Turns_that_were_not_judged_under_a_condition_leave_no_verbalized_rate() => Assert.DoesNotContain(
        RateTable.Of([Evaluation("a", yes: 1)]), rate => rate.Measure != Measures.Nla);

    [Fact]
    public void All_datasets_of_a_kind_are_pooled()
    {
        TranscriptTally[] tallies = [Evaluation("a", yes: 1), Evaluation("b", no: 1) with { Dataset = "swe-bench" }, Control("c", no: 1)];

        Assert.Equal((1, 2), (Find(tallies, dataset: RateTable.AllEvaluations).Flagged, Find(tallies, dataset: RateTable.AllEvaluations).NTranscripts));
        Assert.Equal(1, Find(tallies, dataset: RateTable.AllDeployment).NTranscripts);
    }

    private static Rate Find(
        IReadOnlyList<TranscriptTally> tallies, string dataset = "blackmail", string measure = Measures.Nla,
        string rule = Rules.AnyOfN, string condition = Conditions.Baseline) =>
        Assert.Single(RateTable.Of(tallies), rate =>
            rate.Dataset == dataset && rate.Measure == measure && rate.Rule == rule && rate.Condition == condition);

    private static TranscriptTally Evaluation(
        string id, int yes = 0, int no = 0, int unclear = 0, int unparsed = 0, int missing = 0) =>
        new(id, "blackmail", TranscriptKind.Evaluation, Conditions.Baseline, new Tally(yes, no, unclear, unparsed, missing), null);

    private static TranscriptTally Control(string id, int yes = 0, int no = 0) =>
        new(id, "chat", TranscriptKind.Deployment, Conditions.Baseline, new Tally(yes, no, 0, 0, 0), null);

    private static Tally Turns(int yes = 0, int no = 0, int unparsed = 0) => new(yes, no, 0, unparsed, 0);
}
