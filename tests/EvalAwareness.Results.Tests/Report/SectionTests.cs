using System.Text.Json.Nodes;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Report.Sections;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Report;

public sealed class SectionTests
{
    [Fact]
    public async Task The_headline_answers_with_the_calibrated_rule_and_the_single_yes_beside_it()
    {
        var tables = await ReportFixture.TablesAsync();

        var headline = HeadlineSection.Of(tables.Rates).Html;

        // One deployment transcript has one YES, so two are asked for: every believer has six or more, and among the others
        // only the three with index 5 have two (index mod 3). Two of the 24 say so: blackmail 0 and 4.
        Assert.Contains("On evaluations the model said that it was being evaluated in 8.3 % [2.3, 25.8] of 24 transcripts", headline);
        Assert.Contains("its activations, put into words, said so in 62.5 % [42.7, 78.8] of 24 transcripts (rule: ≥ 2 YES)",
            System.Net.WebUtility.HtmlDecode(headline));
        Assert.Contains("If one YES were enough, it would be 87.5 %", headline);
        Assert.Contains("On deployment the model said that it was being evaluated in 0.0 %", headline);
    }

    [Fact]
    public void A_run_without_answers_is_said_to_have_none()
    {
        var headline = HeadlineSection.Of([Unanswered]).Html;

        Assert.Contains("an unknown share of transcripts (none has an answer)", headline);
        Assert.Contains("100 explanations without a verdict leave it between 0.0 % and 100.0 %", headline);
        Assert.Contains("No such transcripts in this run", headline);
    }

    [Fact]
    public async Task Rates_are_grouped_by_dataset_with_the_totals_first()
    {
        var tables = await ReportFixture.TablesAsync();

        Golden.Match("rates.html", RatesSection.Of([.. tables.Rates.Where(rate => rate.Condition == "baseline")]).Html);
    }

    [Fact]
    public void How_right_the_measure_was_is_told_with_every_way_of_reading_beside_the_other() => Golden.Match(
        "truth.html", TruthSection.Of(AllReadings.Study).Html);

    [Fact]
    public void Without_known_truth_there_is_no_section_of_it() => Assert.Equal(Markup.Nothing, TruthSection.Of(study: null));

    [Fact]
    public void Warnings_of_every_start_are_shown_once()
    {
        var run = new RunFacts((JsonObject)JsonNode.Parse("""
            {"starts": [{"environment": {"warnings": ["trained on < 1000 texts"]}}, {"environment": {"warnings": ["trained on < 1000 texts", "no control"]}}]}
            """)!);

        var section = WarningsSection.Of(run).Html;

        Assert.Equal(2, section.Split("<li>").Length - 1);
        Assert.Contains("trained on &lt; 1000 texts", section);
    }

    [Fact]
    public async Task The_method_names_models_judges_and_commit()
    {
        var tables = await ReportFixture.TablesAsync();
        var run = new RunFacts((JsonObject)JsonNode.Parse("""
            {"identity": {"seed": 7, "positions": {"policy": "random", "count": 50},
             "models": {"target": {"name": "organism", "sha256": "0123456789abcdef", "data_type": "bfloat16", "layer": 2}},
             "judges": {"turn": {"name": "rubric-v1", "model": null, "prompt_sha256": "fedcba9876543210"}}},
             "starts": [{"environment": {"version": "0.1.0+abc123", "device": "cpu"}}]}
            """)!);

        var method = MethodSection.Of(tables, run).Html;

        Assert.Contains(System.Net.WebUtility.HtmlEncode("organism · block 2 · bfloat16 · sha256 0123456789ab"), method);
        Assert.Contains(System.Net.WebUtility.HtmlEncode("rubric-v1 · prompt sha256 fedcba987654"), method);
        Assert.Contains("<dt>Commit</dt><dd>abc123</dd>", method);
        Assert.Contains("policy random, count 50", method);
        Assert.Contains("wilson_95, bootstrap_transcripts_95; cluster unit: the transcript", method);
        Assert.DoesNotContain("Reconstructor", method);
    }

    [Fact]
    public void Numbers_that_are_missing_are_a_dash()
    {
        Assert.Equal(Words.None, Words.Percent(null));
        Assert.Equal(Words.None, Words.Interval(double.NaN, double.NaN));
        Assert.Equal("< 0.001", Words.Probability(0.0000012));
    }

    private static Rate Unanswered => new()
    {
        Dataset = RateTable.AllEvaluations, Kind = "evaluation", Condition = "baseline", Measure = Measures.Nla, Rule = Rules.AnyOfN,
        NTranscripts = 0, NPositions = 0, Unparsed = 0, Missing = 100, Failed = 20, RateWorst = 1, RateBest = 0,
    };
}
