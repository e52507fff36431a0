using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Core.Models;

/// <summary>The activation reconstructor (AR): reads words back into an activation.</summary>
public interface IReconstructor : IResidentModel
{
    ModelCard Card { get; }

    /// <summary>Mean squared deviation of normalised activations from their mean; null when the sidecar states none.</summary>
    double? VarianceBaseline { get; }

    /// <summary>Reconstructs each explanation's activation and compares it with the one it was sampled from.</summary>
    /// <param name="explanations">Trimmed explanation texts.</param>
    /// <param name="activations">The raw activation of each, of width d.</param>
    /// <param name="stop">Cancels between batches.</param>
    IReadOnlyList<Fidelity> Score(IReadOnlyList<string> explanations, IReadOnlyList<float[]> activations, CancellationToken stop);
}
