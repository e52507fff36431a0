using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>How much of its activation an explanation carries, as the reconstructor reads it back.</summary>
/// <param name="Fve">Mean fraction of variance explained over closed explanations, interval clustered by transcript;
/// null when none was scored.</param>
/// <param name="Closed">Explanations that ended by themselves.</param>
/// <param name="Explanations">All explanations.</param>
public sealed record Fidelity(Estimate? Fve, int Closed, int Explanations)
{
    /// <summary>In [0, 1]; null without explanations.</summary>
    public double? ClosedShare => Explanations == 0 ? null : (double)Closed / Explanations;

    internal static Fidelity Of(IReadOnlyList<ExplanationRow> rows, string condition) =>
        new(MeanFve(rows, condition), rows.Count(row => row.Closed), rows.Count);

    private static Estimate? MeanFve(IReadOnlyList<ExplanationRow> rows, string condition)
    {
        var clusters = rows
            .Where(row => row is { Closed: true, FveNrm: not null })
            .GroupBy(row => row.TranscriptId)
            .Select(group => (Sum: group.Sum(row => row.FveNrm!.Value), Count: group.Count()))
            .ToList();
        return PooledMean.Of(clusters, new KeyedRandom(0, "truth", condition, "fve"));
    }
}
