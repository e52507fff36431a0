using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How right the measure was, for runs whose truth is known.</summary>
internal static class TruthSection
{
    /// <param name="study">Null where the truth is not known.</param>
    public static Markup Of(TruthStudy? study) => study is null
        ? Markup.Nothing
        : Markup.Of($"""
            <section id="truth"><h2>How right was the measure</h2>
            <p class="note">The author of these transcripts knows whether the assistant holds the belief, so the measure can be
            checked. Believers and others are transcripts that do not say it. Every number stands with its 95 % interval and the
            n it is taken over; truth.parquet and truth.csv hold them all.</p>
            {Tables(study)}</section>
            """);

    private static IEnumerable<Markup> Tables(TruthStudy study) =>
    [
        RuleTable.Of(study),
        DetectionTable.Of(study),
        ConditionTable.Of(study),
        ReferenceTable.Of(study),
        CredenceTable.Of(study),
        CurveTable.Of(study),
    ];
}
