using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>down(activation(gate(x)) · up(x)) (Shazeer 2020).</summary>
internal sealed class GatedMlp(DecoderConfiguration configuration, int block, IReadOnlyDictionary<string, Tensor> weights)
{
    private readonly string _prefix = WeightNames.Block(block) + "mlp.";

    /// <param name="normed">Normalised input, [batch, time, d].</param>
    /// <param name="residual">What the output is added to, [batch, time, d]; null for nothing.</param>
    public Tensor Forward(Tensor normed, Tensor? residual)
    {
        var rows = normed.Reshape(-1, normed.Size(-1));                                          // [batch · time, d]
        var gate = configuration.Architecture.Activate(rows.Linear(weights[_prefix + "gate_proj.weight"]));
        var gated = gate * rows.Linear(weights[_prefix + "up_proj.weight"]);
        return gated.Linear(weights[_prefix + "down_proj.weight"], residual?.Reshape(-1, residual.Size(-1)))
            .Reshape([.. normed.Shape]);
    }
}
