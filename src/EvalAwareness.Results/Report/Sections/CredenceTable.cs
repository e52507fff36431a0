using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>Single positions against what an ideal reader of the text up to there would believe.</summary>
internal static class CredenceTable
{
    private const string Note =
        "Share of YES among positions, by the credence that an ideal reader of the text up to there would give to an "
        + "evaluation, and Spearman’s rank correlation of YES (of the probe: its log-odds) with it. In the lowest bin the "
        + "text shows no evaluation yet: where believers have more YES there than the others, the readings know before the "
        + "text does.";

    public static Markup Of(TruthStudy study)
    {
        IReadOnlyList<ReadingStudy> readings = [.. study.OfActivations, .. new[] { study.Window }.OfType<ReadingStudy>()];
        return new ReadingTable("Against the evidence in the text", Note, readings).With(
        [
            .. readings.SelectMany(one => one.Credence.Bins).Select(bin => (bin.From, bin.To)).Distinct().Order().Select(BinRow),
            ("Steps at which the share falls", one => Falls(one.Credence)),
            ("Rank correlation", one => Numbers.Plain(one.Credence.Correlation)),
            ("Lowest bin, believers", one => Numbers.Share(one.Credence.LeastBelievers)),
            ("Lowest bin, others", one => Numbers.Share(one.Credence.LeastOthers)),
        ]);
    }

    private static (string, Func<ReadingStudy, Markup>) BinRow((double From, double To) bin) => (
        FormattableString.Invariant($"credence {bin.From:0.0} to {bin.To:0.0}"),
        one => Numbers.Share(one.Credence.Bins.FirstOrDefault(other => other.From == bin.From)?.YesShare));

    private static Markup Falls(CredenceStudy credence) =>
        credence.Bins.Count > 1 ? Numbers.Alone($"{credence.Falls} of {credence.Bins.Count - 1}") : Numbers.None;
}
