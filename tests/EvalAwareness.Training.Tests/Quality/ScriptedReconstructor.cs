using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Training.Tests.Quality;

/// <summary>A reconstructor whose fit is a rule on the words alone.</summary>
/// <param name="fve">Variance explained by a text.</param>
internal sealed class ScriptedReconstructor(Func<string, double> fve) : IReconstructor
{
    public ModelCard Card { get; } = new("scripted", "5c", 1, 1, 4096, 1, "float32", null);

    public double? VarianceBaseline { get; init; } = 1;

    public IReadOnlyList<Fidelity> Score(
        IReadOnlyList<string> explanations, IReadOnlyList<float[]> activations, CancellationToken stop) =>
        [.. explanations.Select(fve).Select(value => new Fidelity(value, 1 - value, value))];

    public void Release() { }
}
