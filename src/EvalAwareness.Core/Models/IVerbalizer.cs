using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Core.Models;

/// <summary>The activation verbalizer (AV): puts activations into words.</summary>
public interface IVerbalizer : IResidentModel
{
    ModelCard Card { get; }

    /// <summary>Samples one explanation for each request. A result depends on its own request and the options only,
    /// within floating-point tolerance of the batch it was computed in.</summary>
    IReadOnlyList<Explanation> Explain(IReadOnlyList<VerbalizationRequest> requests, SamplingOptions options, CancellationToken stop);
}
