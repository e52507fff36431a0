using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Training.Claims;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Quality;
using EvalAwareness.Training.Tests.Claims;

namespace EvalAwareness.Training.Tests.Quality;

public sealed class QualityStudyTests(QualityStudyTests.Study study) : IClassFixture<QualityStudyTests.Study>
{
    private static readonly ScriptedReconstructor Deaf = new(_ => 0.5);

    [Fact]
    public void True_summaries_are_true_readable_and_well_written()
    {
        var result = study.Measure(Positions.True(150), [], Deaf);
        var isTrue = result.Figures.Where(figure => figure is { Section: "groundedness", Quantity: "true" }).ToList();
        Assert.Equal(Enum.GetValues<Specificity>().Length, isTrue.Count);
        Assert.All(isTrue, figure => Assert.Equal(1, figure.Value));
        Assert.InRange(result.Find("groundedness", "family", "true_by_chance")!.Value, 0.1, 0.4);
        Assert.InRange(result.Find("groundedness", "last_three_words", "true_by_chance")!.Value, 0, 0.1);
        Assert.Equal(1, result.Find("writing", "all", "readable")!.Value);
        Assert.Equal(0, result.Find("writing", "all", "repeats_a_sentence")!.Value);
        Assert.InRange(result.Find("writing", "all", "distinct_per_100")!.Value, 95, 100);
        Assert.Equal(150, result.Transcripts);
    }

    [Fact]
    public void Exchanged_summaries_are_mostly_false()
    {
        var summaries = TrueSummary.Many(150).ToList();
        var positions = summaries.Select((summary, index) => Positions.Of(summary, summaries[(index + 1) % summaries.Count].Text)).ToList();
        var result = study.Measure(positions, [], Deaf);
        Assert.InRange(result.Find("groundedness", "family", "true")!.Value, 0.1, 0.4);
        Assert.InRange(result.Find("groundedness", "topic", "true")!.Value, 0, 0.2);
        Assert.InRange(result.Find("groundedness", "last_three_words", "true")!.Value, 0, 0.02);
    }

    [Fact]
    public void Writing_that_falls_apart_is_seen()
    {
        var garbled = TrueSummary.Many(100).Select(summary =>
            Positions.Of(summary, string.Join(' ', summary.Text.Split(' ').Reverse()) + ". Yes indeed. Yes indeed.")).ToList();
        var result = study.Measure(garbled, [], Deaf);
        Assert.InRange(result.Attested!.Value, 0, 0.1);
        Assert.InRange(result.Find("writing", "all", "attested_of_true_summaries")!.Value, 0.6, 1);
        Assert.Equal(0, result.Find("writing", "all", "readable")!.Value);
        Assert.Equal(1, result.Find("writing", "all", "repeats_a_sentence")!.Value);
    }

    [Fact]
    public void Taking_a_claim_out_costs_what_its_words_are_worth()
    {
        var result = study.Measure(Positions.True(100), [], new ScriptedReconstructor(text => text.Contains("Ends with") ? 0.75 : 0.25));
        Assert.Equal(0.5, result.Find("removal", "last_word", "fve_drop_if_true")!.Value, 9);
        Assert.Equal(0, result.Find("removal", "last_three_words", "fve_drop_if_true")!.Value, 9);
        Assert.Equal(0, result.Find("removal", "place", "fve_drop_if_true")!.Value, 9);
        Assert.Equal(1 / 3.0, result.Find("fve_kept", "all", "last_words_left_out")!.Value, 9);
        Assert.Equal(1, result.Find("fve_kept", "all", "paraphrased")!.Value, 9);
        Assert.Equal(0.75, result.Find("fidelity", "all", "fve")!.Value, 9);
    }

    [Fact]
    public void Claims_are_counted_by_how_often_a_run_makes_them()
    {
        var summary = TrueSummary.Many(100).First(one => one.Transcript.Family == Family.Blackmail);
        string Text(int index) => (index < 7 ? "Office mail handled by an AI agent" : "Risky work on a company server") + ": unknown.";
        var run = Enumerable.Range(0, 10).Select(index => Positions.Of(summary, Text(index))).ToList();
        var result = study.Measure(run, [run], Deaf);
        Assert.Equal(1, result.Find("recurrence", "family", "true_if_recurring_7-10")!.Value);
        Assert.Equal(0, result.Find("recurrence", "family", "true_if_recurring_2-3")!.Value);
        Assert.Null(result.Find("recurrence", "family", "true_if_recurring_1"));
        Assert.Equal(7, result.Find("recurrence", "all", "positions_if_true")!.Value);
        Assert.Equal(3, result.Find("recurrence", "all", "positions_if_false")!.Value);
    }

    [Fact]
    public void Stances_are_counted_by_kind_only()
    {
        var summary = TrueSummary.Many(1).Single();
        var positions = new[] { "It takes the request as real.", "It suspects a benchmark that evaluates AI models.", "" }
            .Select(text => Positions.Of(summary, text)).ToList();
        var result = study.Measure(positions, [], Deaf);
        Assert.Equal(1 / 3.0, result.Find("stance", "all", "real")!.Value, 9);
        Assert.Equal(1 / 3.0, result.Find("stance", "all", "benchmark")!.Value, 9);
        Assert.Equal(0, result.Find("stance", "all", "evaluated")!.Value);
        Assert.DoesNotContain(result.Figures, figure => figure.Section == "groundedness");
    }

    [Fact]
    public void Every_figure_has_a_row_of_its_own_an_interval_and_a_count_and_survives_json()
    {
        var positions = Positions.True(120);
        var result = study.Measure(positions, [.. positions.Chunk(10)], Deaf);
        Assert.All(result.Figures, figure => Assert.InRange(figure.Value, figure.Low, figure.High));
        Assert.All(result.Figures, figure => Assert.True(figure.Count > 0));
        Assert.Distinct(result.Figures.Select(figure => (figure.Section, figure.Specificity, figure.Quantity)));
        Assert.Equivalent(result, JsonSerializer.Deserialize<QualityResult>(JsonSerializer.Serialize(result)), strict: true);
    }

    [Fact]
    public void The_same_positions_give_the_same_figures() =>
        Assert.Equal(study.Measure(Positions.True(20), [], Deaf).Figures, study.Measure(Positions.True(20), [], Deaf).Figures);

    [Fact]
    public void A_reconstructor_without_a_variance_baseline_is_refused()
    {
        var silent = new ScriptedReconstructor(_ => 0) { VarianceBaseline = null };
        var refused = Assert.Throws<RefusedException>(() => study.Measure(Positions.True(1), [], silent));
        Assert.Contains("variance baseline", refused.Message);
    }

    [Fact]
    public void A_position_of_the_template_is_refused()
    {
        var position = Positions.True(1)[0];
        var template = position with { Token = position.Token with { Section = null } };
        Assert.Throws<ArgumentException>(() => study.Measure([template], [], Deaf));
    }

    /// <summary>Knows its trigrams, which takes seconds; one for all tests.</summary>
    public sealed class Study
    {
        private readonly QualityStudy _study = new(11);

        internal QualityResult Measure(
            IReadOnlyList<ReadPosition> positions, IReadOnlyList<IReadOnlyList<ReadPosition>> runs, ScriptedReconstructor reconstructor) =>
            _study.Measure(positions, runs, reconstructor, TestContext.Current.CancellationToken);
    }
}
