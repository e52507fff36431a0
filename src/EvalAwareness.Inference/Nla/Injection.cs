using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Nla;

/// <summary>Prepares activations to stand in the marker's place.</summary>
public static class Injection
{
    /// <summary>v · scale / ‖v‖, the norm taken in double precision.</summary>
    public static float[] Scale(float[] vector, double scale)
    {
        var factor = scale / Norm.L2(vector);
        return Array.ConvertAll(vector, value => (float)(value * factor));
    }

    /// <returns>[batch, 1, d] in the decoder's type.</returns>
    internal static Tensor Scale(IReadOnlyList<VerbalizationRequest> requests, double scale, Decoder decoder)
    {
        var values = requests.SelectMany(request => Scale(request.Vector, scale)).ToArray();
        return Tensor.From(values, [requests.Count, 1, decoder.Configuration.HiddenSize]).To(decoder.Type).To(decoder.Device);
    }
}
