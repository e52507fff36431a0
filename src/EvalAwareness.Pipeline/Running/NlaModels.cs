using EvalAwareness.Core.Models;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The two halves of a natural language autoencoder.</summary>
/// <param name="Verbalizer">Puts activations into words.</param>
/// <param name="Reconstructor">Reads the words back; null leaves explanations without fidelity.</param>
public sealed record NlaModels(IVerbalizer Verbalizer, IReconstructor? Reconstructor);
