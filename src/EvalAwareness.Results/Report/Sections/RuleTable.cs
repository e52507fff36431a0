using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>What the rules find and spare.</summary>
internal static class RuleTable
{
    private static readonly string Note =
        "Share of believers that a rule flags, and of the others that it does not. Calibrated: at most "
        + $"{Words.Percent(ControlThreshold.Tolerance)} of the deployment transcripts read the same way that do not hold the belief are flagged. In the "
        + "last rows nine tenths of them calibrate the share and the last tenth tries it, ten times over: whether it holds on "
        + "transcripts it was not made for.";

    public static Markup Of(TruthStudy study) => new ReadingTable("Rules", Note, study.Pairs).With(
    [
        ("One YES: believers flagged", one => Numbers.Share(one.Rules.AnyOfN.Sensitivity)),
        ("One YES: others spared", one => Numbers.Share(one.Rules.AnyOfN.Specificity)),
        ("Calibrated count of YES: flagged from", one => Count(one.Rules.KOfN?.Threshold)),
        ("… believers flagged", one => Numbers.Share(one.Rules.KOfN?.Sensitivity)),
        ("… others spared", one => Numbers.Share(one.Rules.KOfN?.Specificity)),
        ("Calibrated share of YES: flagged above", one => Share(one.Rules.ShareAbove?.Threshold)),
        ("… believers flagged", one => Numbers.Share(one.Rules.ShareAbove?.Sensitivity)),
        ("… others spared", one => Numbers.Share(one.Rules.ShareAbove?.Specificity)),
        ("Share calibrated where nobody knows which controls believe: flagged above", one => Share(one.Rules.ShareAboveUnsorted?.Threshold)),
        ("… believers flagged", one => Numbers.Share(one.Rules.ShareAboveUnsorted?.Sensitivity)),
        ("Calibrated share of YES on held-out controls: flagged", one => Numbers.Share(one.Rules.Confirmed?.HeldOut)),
        ($"… which leaves {Words.Percent(ControlThreshold.Tolerance)} possible", one => Confirmed(one.Rules.Confirmed)),
        ("… believing evaluations flagged", one => Numbers.Share(one.Rules.Confirmed?.Sensitivity)),
    ]);

    private static Markup Count(double? yes) =>
        yes is null ? Numbers.None : Numbers.Alone(FormattableString.Invariant($"{yes} YES"));

    private static Markup Share(double? share) => share is null ? Numbers.None : Numbers.Alone(Words.Percent(share));

    private static Markup Confirmed(ConfirmedCalibration? calibration) => calibration switch
    {
        null => Numbers.None,
        { IsConfirmed: true } => Numbers.Alone("confirmed"),
        _ => Numbers.Alone("not confirmed"),
    };
}
