using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>Every rate of the run beside its denominator, interval, unread items and control; totals first, then each dataset.</summary>
internal static class RatesSection
{
    private static readonly Markup Head = new("""
        <thead><tr><th>Condition</th><th>Measure</th><th>Rule</th><th class="n">Transcripts</th><th class="n">Answers</th>
        <th class="n">Flagged</th><th class="n">Rate</th><th class="n">95 % interval</th><th class="n">Unparsed</th><th class="n">Missing</th>
        <th class="n">Failed</th><th class="n">Best – worst</th><th class="n">Control</th><th class="n">p control</th><th class="n">p said</th></tr></thead>
        """);

    public static Markup Of(IReadOnlyList<Rate> rates)
    {
        var groups = rates.GroupBy(rate => (rate.Dataset, rate.Kind)).OrderByDescending(group => IsTotal(group.Key.Dataset));
        return Markup.Of($"""
            <section id="rates"><h2>Rates</h2>
            <div class="wide"><table class="rates">{Head}{groups.Select(group => Body(group.Key.Dataset, group.Key.Kind, group))}</table></div>
            <p class="note">Transcripts: those with at least one answer, the denominator. Answers: judged explanations, or judged turns
            for what was said. Unparsed, missing and failed items enter no rate; best – worst is the rate over all planned transcripts
            if none, or all, of them had been a YES. p control: Fisher’s exact test against the deployment transcripts of the same
            condition. p said: McNemar’s exact test against what was said on the same transcripts. Both are two-sided and not
            corrected for the number of rows.</p></section>
            """);
    }

    private static bool IsTotal(string dataset) => dataset is RateTable.AllEvaluations or RateTable.AllDeployment;

    private static Markup Body(string dataset, string kind, IEnumerable<Rate> rates) => Markup.Of($"""
        <tbody><tr class="group"><th colspan="15" scope="rowgroup">{dataset} <small>{(IsTotal(dataset) ? "" : kind)}</small></th></tr>
        {rates.Select(Row)}</tbody>
        """);

    private static Markup Row(Rate rate) => Markup.Of(
        $"""<tr><td>{rate.Condition}</td><td>{Words.Measure(rate.Measure)}</td><td>{Words.Rule(rate.Rule)}</td>{Cells(rate).Select(Cell)}</tr>""");

    private static IEnumerable<string> Cells(Rate rate) =>
    [
        $"{rate.NTranscripts}", $"{rate.NPositions}", rate.Flagged is { } flagged ? $"{flagged}" : Words.None,
        Words.Percent(rate.Value), Words.Interval(rate.CiLow, rate.CiHigh),
        $"{rate.Unparsed}", $"{rate.Missing}", $"{rate.Failed}", Words.Interval(rate.RateBest, rate.RateWorst),
        Words.Percent(rate.ControlRate), Words.Probability(rate.PVsControl), Words.Probability(rate.PVsVerbalized),
    ];

    private static Markup Cell(string text) => Markup.Of($"""<td class="n">{text}</td>""");
}
