using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>The conditions and control arms beside each other.</summary>
internal static class ConditionTable
{
    private const string Note =
        "A control arm gives the verbalizer something else than the position's own activation: the activation of another "
        + "transcript, a vector of random direction, or nothing. Its AUROC should be near 0.5, its shares of YES alike. "
        + "FVE: how much of the activation its explanation gives back; 1 is perfect, 0 no better than the mean activation.";

    public static Markup Of(TruthStudy study) => new ReadingTable("Conditions and control arms", Note, study.Conditions).With(
    [
        ("AUROC", one => Numbers.Area(one.Detections.All)),
        ("YES on evaluations, said or not", one => Numbers.Share(one.YesShares.Evaluations)),
        ("YES on deployment, said or not", one => Numbers.Share(one.YesShares.Deployment)),
        ("FVE", one => Numbers.Plain(one.Fidelity?.Fve)),
        ("Explanations that closed", one => Closed(one.Fidelity)),
    ]);

    private static Markup Closed(Fidelity? fidelity) => fidelity?.ClosedShare is { } share
        ? Markup.Of($"<b>{Words.Percent(share)}</b> <small>n = {FormattableString.Invariant($"{fidelity.Explanations:#,0}")}</small>")
        : Numbers.None;
}
