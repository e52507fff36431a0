using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>How much of the fit goes when the words of one claim are taken out, by whether the claim is true.</summary>
internal static class RemovalStudy
{
    public const string Section = "removal";

    public static IEnumerable<QualityFigure> Figures(IReadOnlyList<ScoredPosition> positions, FidelityReader fidelity)
    {
        var removals = positions
            .SelectMany(position => position.Checked.Claims.Select(claim => new Removal(position, claim))).ToList();
        var left = fidelity.Fve([.. removals.Select(removal => (removal.Rest, removal.Position.Activation))]);
        var drops = removals.Zip(left).ToLookup(
            pair => (pair.First.Claim.Claim.Specificity, pair.First.Claim.Truth), pair => pair.First.Drop(pair.Second));
        return from specificity in Enum.GetValues<Specificity>()
               from truth in Enum.GetValues<ClaimTruth>()
               let quantity = $"fve_drop_if_{truth.Name()}"
               from figure in QualityFigure.Mean(Section, specificity.Name(), quantity, drops[(specificity, truth)])
               select figure;
    }

    private sealed record Removal(ScoredPosition Position, CheckedClaim Claim)
    {
        public string Rest => Position.Checked.Read.Without(Claim.Claim);

        public Measured Drop(double left) => new(Position.Transcript, Position.Fve - left);
    }
}
