using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Core.Models;

/// <summary>The model under audit, as far as the pipeline needs it.</summary>
public interface ITargetModel : IResidentModel
{
    ModelCard Card { get; }

    /// <summary>Index K of the decoder block whose output is read, from 0.</summary>
    int Layer { get; }

    /// <summary>Runs blocks 0 to K and no further.</summary>
    /// <returns>For each request the activations at its positions, in order.</returns>
    IReadOnlyList<IReadOnlyList<Activation>> Capture(IReadOnlyList<CaptureRequest> requests, CancellationToken stop);
}
