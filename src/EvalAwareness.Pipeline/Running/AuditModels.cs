using EvalAwareness.Core.Models;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The models of a run.</summary>
/// <param name="Target">The model under audit.</param>
/// <param name="Verbalizer">Puts its activations into words.</param>
/// <param name="Reconstructor">Reads the words back; null leaves explanations without fidelity.</param>
public sealed record AuditModels(ITargetModel Target, IVerbalizer Verbalizer, IReconstructor? Reconstructor);
