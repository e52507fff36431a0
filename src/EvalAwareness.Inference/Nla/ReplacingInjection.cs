using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Nla;

/// <summary>Activations of one norm stand where the marker's embedding would.</summary>
/// <param name="scale">That norm, from the sidecar.</param>
internal sealed class ReplacingInjection(double scale) : IInjection
{
    public Tensor Forward(Decoder decoder, float[] marker, Tensor suffix, IReadOnlyList<float[]?> vectors, KeyValueCache cache) =>
        decoder.Forward(Embed(decoder, marker, suffix, vectors), cache);

    /// <summary>What the first block reads from the marker on, [batch, 1 + suffix, d].</summary>
    public Tensor Embed(Decoder decoder, float[] marker, Tensor suffix, IReadOnlyList<float[]?> vectors)
    {
        var rows = vectors.SelectMany(vector => vector is null ? marker : Injection.Scale(vector, scale)).ToArray();
        var injected = Tensor.From(rows, [vectors.Count, 1, marker.Length]).To(decoder.Type).To(decoder.Device);
        return Tensor.Concatenate([injected, suffix], 1);
    }
}
