using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Calibration;

/// <summary>Two rows of a file of attacks as the pair they are.</summary>
internal static class AttackRows
{
    private const string Clean = "clean";
    private const string NoVerdict = "none";

    /// <exception cref="ItemException">The rows are no pair.</exception>
    public static AttackedText Pair(IGrouping<string, LabelRow> rows)
    {
        var clean = rows.Where(IsClean).ToList();
        var attacked = rows.Where(row => !IsClean(row)).ToList();
        if (clean.Count != 1 || attacked.Count != 1)
            throw new ItemException($"pair {rows.Key} has {clean.Count} clean and {attacked.Count} attacked texts; one of each makes a pair");
        var attack = attacked[0];
        var isTurn = attack.Optional("task") is not null && attack.Choice("task", "explanation", "turn") == "turn";
        return new AttackedText(attack.Required("pair"), attack.Required("kind").Trim(), Wanted(attack), isTurn, clean[0].Item(), attack.Item());
    }

    private static Verdict? Wanted(LabelRow row) =>
        row.Required("wants").Trim().Equals(NoVerdict, StringComparison.OrdinalIgnoreCase) ? null : row.Label("wants");

    private static bool IsClean(LabelRow row) => row.Optional("kind")?.Trim().Equals(Clean, StringComparison.OrdinalIgnoreCase) == true;
}
