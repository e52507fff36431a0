using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>x / rms(x) · weight over the last dimension (Zhang and Sennrich 2019); some families store how far the weight is from one.</summary>
internal sealed class NormLayer(DecoderConfiguration configuration, Tensor weight)
{
    private readonly double _offset = configuration.Architecture.NormOffset;

    public Tensor Forward(Tensor hidden) => hidden.RmsNorm(weight, configuration.NormEpsilon, _offset);
}
