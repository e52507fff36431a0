using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How right the measure was, for runs whose truth is known.</summary>
internal static class FactsSection
{
    public static Markup Of(IReadOnlyList<ReportFact> facts) => facts.Count == 0
        ? Markup.Nothing
        : Markup.Of($"""
            <section id="truth"><h2>How right was the measure</h2>
            <p class="note">The author of these transcripts knows whether the assistant holds the belief, so the measure can be checked.</p>
            <div class="wide"><table class="facts"><tbody>{facts.Select(Row)}</tbody></table></div></section>
            """);

    private static Markup Row(ReportFact fact) => Markup.Of(
        $"""<tr><th scope="row">{fact.Label}</th><td class="value">{fact.Value}</td><td>{fact.Note}</td></tr>""");
}
