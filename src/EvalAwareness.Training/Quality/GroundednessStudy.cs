using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>How many claims are true, false but near, and false; and how often each stance is taken.</summary>
internal static class GroundednessStudy
{
    public const string Section = "groundedness";
    public const string StanceSection = "stance";

    public static IEnumerable<QualityFigure> Figures(IReadOnlyList<CheckedPosition> positions) =>
    [
        .. from specificity in Enum.GetValues<Specificity>()
           from truth in Enum.GetValues<ClaimTruth>()
           from figure in Share(specificity, truth, positions)
           select figure,
        .. Enum.GetValues<Specificity>().SelectMany(specificity => TrueByChance(specificity, positions)),
        .. Phrasebook.Stances.Meanings.SelectMany(stance => StanceShare(stance, positions)),
    ];

    private static IEnumerable<QualityFigure> Share(
        Specificity specificity, ClaimTruth truth, IReadOnlyList<CheckedPosition> positions) =>
        QualityFigure.Mean(
            Section, specificity.Name(), truth.Name(),
            from position in positions
            from claim in position.Claims
            where claim.Claim.Specificity == specificity
            select Measured.Of(position.Transcript, claim.Truth == truth));

    /// <summary>How often the same claims are true at a position that another explanation was written for.</summary>
    private static IEnumerable<QualityFigure> TrueByChance(Specificity specificity, IReadOnlyList<CheckedPosition> positions)
    {
        var others = positions.ToArray();
        new KeyedRandom(0, "quality", "by chance").Shuffle<CheckedPosition>(others);
        return QualityFigure.Mean(
            Section, specificity.Name(), "true_by_chance",
            from pair in positions.Zip(others)
            from claim in pair.First.Claims
            where claim.Claim.Specificity == specificity
            select Measured.Of(pair.First.Transcript, pair.Second.Checker.Check(claim.Claim) == ClaimTruth.True));
    }

    private static IEnumerable<QualityFigure> StanceShare(string stance, IReadOnlyList<CheckedPosition> positions) =>
        QualityFigure.Mean(
            StanceSection, QualityFigure.All, stance,
            positions.Select(position => Measured.Of(position.Transcript, position.Read.Stances.Contains(stance))));
}
