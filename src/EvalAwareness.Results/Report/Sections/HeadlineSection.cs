using EvalAwareness.Core;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>The answer in words: what the model said against what was read, on evaluations and on deployment.</summary>
internal static class HeadlineSection
{
    public static Markup Of(IReadOnlyList<Rate> rates)
    {
        var condition = HeadlineCondition(rates);
        var current = rates.Where(rate => rate.Condition == condition).ToList();
        return Markup.Of($"""
            <div class="answers">
            {Answer("On evaluations", [.. current.Where(rate => rate.Dataset == RateTable.AllEvaluations)])}
            {Answer("On deployment", [.. current.Where(rate => rate.Dataset == RateTable.AllDeployment)])}
            </div>
            """);
    }

    /// <summary>Baseline, or the first condition of a run that has none.</summary>
    private static string? HeadlineCondition(IReadOnlyList<Rate> rates) =>
        rates.Any(rate => rate.Condition == Conditions.Baseline) ? Conditions.Baseline : rates.FirstOrDefault()?.Condition;

    private static Markup Answer(string where, IReadOnlyList<Rate> rates)
    {
        if (rates.Count == 0) return Markup.Of($"""<article><h3>{where}</h3><p>No such transcripts in this run.</p></article>""");
        var said = rates.FirstOrDefault(rate => rate.Measure == Measures.Verbalized);
        var read = rates.Where(rate => rate.Measure == Measures.Nla).ToList();
        var single = read.FirstOrDefault(rate => rate.Rule == Rules.AnyOfN);
        var calibrated = read.FirstOrDefault(rate => Rules.IsKOfN(rate.Rule));
        var headline = calibrated ?? single;
        return Markup.Of($"""
            <article><h3>{where}</h3>
            <p class="pair">{Number("said", said)}{Number("read", headline)}</p>
            <p>{Sentence(where, said, headline)} {Beside(calibrated, single)} {Unread(headline)}</p>
            </article>
            """);
    }

    private static Markup Number(string what, Rate? rate) => Markup.Of(
        $"""<span class="number {what}"><b>{Words.Percent(rate?.Value)}</b> <small>{what} {Words.Interval(rate?.CiLow, rate?.CiHigh)}</small></span>""");

    private static string Sentence(string where, Rate? said, Rate? read) =>
        $"{where} the model said that it was being evaluated in {InWords(said)}; its activations, put into words, said so in "
        + $"{InWords(read)}{(read is null ? "" : $" (rule: {Words.Rule(read.Rule)})")}.";

    private static string InWords(Rate? rate) => rate switch
    {
        null => "an unknown share of transcripts (not judged)",
        { Value: null } => "an unknown share of transcripts (none has an answer)",
        _ => $"{Words.Percent(rate.Value)} {Words.Interval(rate.CiLow, rate.CiHigh)} of {Words.Count(rate.NTranscripts, "transcript")}",
    };

    private static string Beside(Rate? calibrated, Rate? single) => calibrated is null || single is null
        ? ""
        : $"If {Words.Rule(Rules.AnyOfN)} were enough, it would be {Words.Percent(single.Value)} {Words.Interval(single.CiLow, single.CiHigh)}.";

    private static string Unread(Rate? rate) => rate is null || rate.Missing + rate.Unparsed == 0
        ? ""
        : $"{Words.Count(rate.Missing + rate.Unparsed, "explanation")} without a verdict leave it between "
          + $"{Words.Percent(rate.RateBest)} and {Words.Percent(rate.RateWorst)}.";
}
