using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>How much of the fit goes when the words of one claim are taken out, by whether the claim is true.</summary>
internal static class RemovalStudy
{
    public const string Section = "removal";

    public static IEnumerable<QualityFigure> Figures(IReadOnlyList<ScoredPosition> positions, FidelityReader fidelity)
    {
        var removals = positions.SelectMany(position => position.Checked.Claims.Select(claim => new Removal(position, claim))).ToList();
        var fve = fidelity.Fve([.. removals.Select(removal => (removal.Rest, removal.Position.Activation))]);
        var drops = removals.Zip(fve, (removal, left) => (removal.Claim, Fve: new Measured(removal.Position.Transcript, removal.Position.Fve - left)))
            .ToLookup(drop => (drop.Claim.Claim.Specificity, drop.Claim.Truth), drop => drop.Fve);
        return from specificity in Enum.GetValues<Specificity>()
               from truth in Enum.GetValues<ClaimTruth>()
               from figure in QualityFigure.Mean(Section, specificity.Name(), $"fve_drop_if_{truth.Name()}", drops[(specificity, truth)])
               select figure;
    }

    private sealed record Removal(ScoredPosition Position, CheckedClaim Claim)
    {
        public string Rest => Position.Checked.Read.Without(Claim.Claim);
    }
}
