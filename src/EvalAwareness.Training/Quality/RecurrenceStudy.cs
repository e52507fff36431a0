using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>
/// Whether claims that recur at neighbouring positions are more often true. A claim counts once a run, and its truth is that
/// at the last position that makes it.
/// </summary>
internal static class RecurrenceStudy
{
    public const string Section = "recurrence";

    private static readonly (int From, int To, string Name)[] Bins = [(1, 1, "1"), (2, 3, "2-3"), (4, 6, "4-6"), (7, 10, "7-10")];

    public static IEnumerable<QualityFigure> Figures(IEnumerable<IReadOnlyList<CheckedPosition>> runs)
    {
        var claims = runs.SelectMany(ClaimsOf).ToList();
        return OfClaims(QualityFigure.All, claims).Concat(Enum.GetValues<Specificity>().SelectMany(specificity =>
            OfClaims(specificity.Name(), [.. claims.Where(claim => claim.Specificity == specificity)])));
    }

    private static IEnumerable<QualityFigure> OfClaims(string specificity, IReadOnlyList<RecurringClaim> claims) =>
    [
        .. Bins.SelectMany(bin => QualityFigure.Mean(
            Section, specificity, $"true_if_recurring_{bin.Name}",
            claims.Where(claim => claim.Positions >= bin.From && claim.Positions <= bin.To)
                .Select(claim => Measured.Of(claim.Transcript, claim.IsTrue)))),
        .. MeanPositions(specificity, "positions_if_true", claims.Where(claim => claim.IsTrue)),
        .. MeanPositions(specificity, "positions_if_false", claims.Where(claim => !claim.IsTrue)),
    ];

    private static IEnumerable<QualityFigure> MeanPositions(string specificity, string quantity, IEnumerable<RecurringClaim> claims) =>
        QualityFigure.Mean(Section, specificity, quantity, claims.Select(claim => new Measured(claim.Transcript, claim.Positions)));

    private static IEnumerable<RecurringClaim> ClaimsOf(IReadOnlyList<CheckedPosition> run) =>
        from position in run
        from claim in position.Claims
        group claim by (claim.Claim.Specificity, claim.Claim.Value) into same
        select new RecurringClaim(run[0].Transcript, same.Key.Specificity, same.Count(), same.Last().Truth == ClaimTruth.True);

    private sealed record RecurringClaim(string Transcript, Specificity Specificity, int Positions, bool IsTrue);
}
