using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>How detection depends on which positions are read, and where the first YES stands.</summary>
internal static class CurveTable
{
    private const string Note =
        "AUROC from a few of the positions that were read, and from the explanations that were read back best. Random "
        + "choices are averaged over draws. First YES: the median share of the positions read that come before it, 100 % "
        + "where there is none.";

    public static Markup Of(TruthStudy study)
    {
        var readings = study.OfActivations;
        return new ReadingTable("Which positions, and how many", Note, readings).With(
        [
            .. Points(readings, one => one.Curves.ByCount, Positions),
            .. readings.SelectMany(one => one.Curves.ByPolicy)
                .Select(one => (one.Positions, one.Policy))
                .Distinct()
                .Select(PolicyRow),
            .. Points(readings, one => one.Curves.ByFidelity, kept => $"best {100 * kept:0} % by FVE"),
            ("First YES, believers", one => Numbers.Share(one.FirstYes.Believers)),
            ("First YES, others", one => Numbers.Share(one.FirstYes.Others)),
        ]);
    }

    private static string Positions(double? count) => count switch
    {
        null => "all positions",
        1 => "1 position",
        _ => $"{count} positions",
    };

    /// <summary>In the order of the curves, the longest first.</summary>
    private static IEnumerable<(string, Func<ReadingStudy, Markup>)> Points(
        IEnumerable<ReadingStudy> readings,
        Func<ReadingStudy, IReadOnlyList<DetectionAt>> curveOf,
        Func<double?, string> nameOf) =>
        readings.Select(curveOf)
            .OrderByDescending(curve => curve.Count)
            .SelectMany(curve => curve)
            .Select(point => point.At)
            .Distinct()
            .Select(at => (nameOf(at), Numbers.AreaOf(study => curveOf(study).FirstOrDefault(point => point.At == at)?.Detection)));

    private static (string, Func<ReadingStudy, Markup>) PolicyRow((int Positions, string Policy) row) => (
        $"{row.Positions} positions, {InWords(row.Policy)}",
        Numbers.AreaOf(study => study.Curves.ByPolicy.FirstOrDefault(one => (one.Positions, one.Policy) == row)?.Detection));

    private static string InWords(string policy) => policy switch
    {
        "uniform" => "drawn over all",
        "per_turn" => "the same number from each turn",
        "first" => "the first",
        "last" => "the last",
        _ => policy,
    };
}
