using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Nla;

/// <summary>A way for activations to enter a verbalizer at its marker.</summary>
internal interface IInjection
{
    /// <summary>Reads the marker and what follows it, with an activation injected into each sequence.</summary>
    /// <param name="decoder">The verbalizer's.</param>
    /// <param name="marker">The marker's own embedding, width d.</param>
    /// <param name="suffix">Embeddings of what follows it, [batch, suffix, d].</param>
    /// <param name="vectors">One raw activation for each sequence; null leaves the marker as it is written.</param>
    /// <param name="cache">Holds the prompt before the marker, and afterwards these tokens too.</param>
    /// <returns>Output of the last block, [batch, 1 + suffix, d].</returns>
    Tensor Forward(Decoder decoder, float[] marker, Tensor suffix, IReadOnlyList<float[]?> vectors, KeyValueCache cache);
}
