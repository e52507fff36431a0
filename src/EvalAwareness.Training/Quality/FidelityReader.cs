using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Training.Quality;

/// <summary>Reads texts back and tells how much of the activation's variance each explains.</summary>
internal sealed class FidelityReader
{
    private readonly IReconstructor _reconstructor;
    private readonly CancellationToken _stop;

    public FidelityReader(IReconstructor reconstructor, CancellationToken stop)
    {
        if (reconstructor.VarianceBaseline is null)
            throw new RefusedException($"{reconstructor.Card.Name}: nla_meta.yaml states no variance baseline, so FVE cannot be told.");
        (_reconstructor, _stop) = (reconstructor, stop);
    }

    /// <summary>The explanations as they are.</summary>
    public IReadOnlyList<ScoredPosition> Score(IReadOnlyList<CheckedPosition> positions)
    {
        var fve = Fve([.. positions.Select(position => (position.Explanation, position.Position.Activation))]);
        return [.. positions.Zip(fve, (position, value) => new ScoredPosition(position, value))];
    }

    /// <summary>FVE of each text against the activation beside it; 1 is perfect.</summary>
    public IReadOnlyList<double> Fve(IReadOnlyList<(string Text, float[] Activation)> texts) =>
        [.. _reconstructor.Score([.. texts.Select(text => text.Text)], [.. texts.Select(text => text.Activation)], _stop)
            .Select(fidelity => fidelity.FveNrm!.Value)];
}

/// <summary>A position whose explanation was read back.</summary>
internal sealed record ScoredPosition(CheckedPosition Checked, double Fve)
{
    public string Transcript => Checked.Transcript;
    public string Explanation => Checked.Explanation;
    public float[] Activation => Checked.Position.Activation;
}
