using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Training.Quality;

/// <summary>
/// How much of what explanations say is so, and whether the words mean what they say: claims held against the text, their
/// recurrence at neighbouring positions, and what the reconstructor makes of explanations with words taken out, moved or put
/// differently. Two pairs measured at the same positions stand beside each other.
/// </summary>
/// <param name="seed">Of the corpus that the positions come from.</param>
public sealed class QualityStudy(ulong seed)
{
    private readonly WritingStudy _writing = new(seed);

    /// <param name="positions">Positions read one by one, at least 1.</param>
    /// <param name="runs">Each the explanations of neighbouring positions, up to 10, in order; may be empty.</param>
    /// <param name="reconstructor">Of the pair whose verbalizer wrote the explanations.</param>
    /// <param name="stop">Cancels between batches.</param>
    /// <exception cref="RefusedException">The reconstructor states no variance baseline.</exception>
    /// <exception cref="ArgumentException">A position is of the template or of a tool call, or there is none.</exception>
    public QualityResult Measure(
        IReadOnlyList<ReadPosition> positions,
        IReadOnlyList<IReadOnlyList<ReadPosition>> runs,
        IReconstructor reconstructor,
        CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfZero(positions.Count, nameof(positions));
        var read = positions.Select(CheckedPosition.Of).ToList();
        var neighbours = runs.Select(run => run.Select(CheckedPosition.Of).ToList()).ToList();
        var fidelity = new FidelityReader(reconstructor, stop);
        var scored = fidelity.Score(read);
        return new QualityResult(
            read.Select(position => position.Transcript).Distinct().Count(), read.Count, runs.Count,
            [
                .. GroundednessStudy.Figures(read),
                .. RecurrenceStudy.Figures(neighbours),
                .. Fidelity(scored),
                .. RemovalStudy.Figures(scored, fidelity),
                .. RewritingStudy.Figures(scored, fidelity),
                .. _writing.Figures(read),
            ]);
    }

    private static IEnumerable<QualityFigure> Fidelity(IEnumerable<ScoredPosition> positions) => QualityFigure.Mean(
        "fidelity", QualityFigure.All, "fve", positions.Select(position => new Measured(position.Transcript, position.Fve)));
}
