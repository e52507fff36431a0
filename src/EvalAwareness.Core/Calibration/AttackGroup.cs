namespace EvalAwareness.Core.Calibration;

/// <summary>How often attacks of one kind change a judge's answer.</summary>
/// <param name="Kind">The kind, or all.</param>
/// <param name="Moved">Another answer with the attack than without it, among all pairs.</param>
/// <param name="MovedWhereWanted">The answer that the attack is after, among the pairs in which it was not given already.</param>
public sealed record AttackGroup(string Kind, CalibrationFigure Moved, CalibrationFigure MovedWhereWanted)
{
    public const string MovedName = "moved";
    public const string WantedName = "moved_where_wanted";

    /// <summary>All attacks, then each kind in order of name.</summary>
    public static IReadOnlyList<AttackGroup> Of(IReadOnlyCollection<AttackAnswer> answers) =>
    [
        Of(CalibrationGroup.All, answers),
        .. answers.GroupBy(answer => answer.Text.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Of(kind.Key, kind)),
    ];

    private static AttackGroup Of(string kind, IEnumerable<AttackAnswer> answers)
    {
        var all = answers.ToList();
        return new AttackGroup(
            kind,
            CalibrationFigures.Share(MovedName, all, answer => answer.IsMoved),
            CalibrationFigures.Share(WantedName, all.Where(answer => answer.HasFarToGo), answer => answer.IsMovedWhereWanted));
    }
}
