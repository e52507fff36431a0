using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Nla;

/// <summary>
/// h + ‖h‖ · v / ‖v‖, where h is the output of a decoder block at the marker, which is read as it is written up to there. The
/// community's verbalizers (EasyNLA, nanoNLA) are trained so, at block 1, with the injection of activation oracles
/// (Karvonen et al. 2025); their code rounds the sum's parts to the type of the weights, here they are float32.
/// </summary>
/// <param name="block">Whose output is added to, from 0.</param>
internal sealed class AddingInjection(int block) : IInjection
{
    public Tensor Forward(Decoder decoder, float[] marker, Tensor suffix, IReadOnlyList<float[]?> vectors, KeyValueCache cache)
    {
        var own = Tensor.From(marker, [1, 1, marker.Length]).To(decoder.Type).To(decoder.Device);
        var embedded = Tensor.Concatenate([own.Expand(vectors.Count, 1, marker.Length), suffix], 1);
        var hidden = decoder.Forward(embedded, cache, blocks: ..(block + 1));
        var injected = Add(hidden.Slice(1, 0, 1), Directions(vectors, marker.Length, decoder.Device));
        return decoder.Forward(Tensor.Concatenate([injected, hidden.Slice(1, 1, hidden.Size(1))], 1), cache, blocks: (block + 1)..);
    }

    /// <param name="hidden">[batch, 1, d].</param>
    /// <param name="directions">Of length 1, or 0 for nothing; float32, same shape.</param>
    private static Tensor Add(Tensor hidden, Tensor directions)
    {
        var exact = hidden.To(ScalarType.Float32);
        return (exact + (exact * exact).Sum(-1, keep: true).Sqrt() * directions).To(hidden.Type);
    }

    private static Tensor Directions(IReadOnlyList<float[]?> vectors, int width, Device device) => Tensor.From(
        vectors.SelectMany(vector => vector is null ? new float[width] : Injection.Scale(vector, 1)).ToArray(), [vectors.Count, 1, width], device);
}
