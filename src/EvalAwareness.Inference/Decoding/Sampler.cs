using EvalAwareness.Core.Models;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Chooses next tokens by inverting the cumulative distribution at one given uniform number per row, all on the device.</summary>
internal sealed class Sampler(SamplingOptions options)
{
    /// <param name="logits">[rows, vocabulary], any floating type.</param>
    /// <param name="uniforms">One number in [0, 1) per row.</param>
    /// <returns>Token ids, int64 [rows].</returns>
    public Tensor Sample(Tensor logits, float[] uniforms)
    {
        if (options.Temperature == 0)
            return logits.ArgMax(-1);
        var probabilities = (logits.To(ScalarType.Float32) * (1 / options.Temperature)).Softmax(-1);
        var draws = Tensor.From(uniforms, [uniforms.Length, 1], logits.Device);
        return options.TopP < 1 ? DrawFromNucleus(probabilities, draws) : Draw(probabilities, draws).Reshape(-1);
    }

    /// <summary>Holtzman et al. 2020: the smallest set of most probable tokens whose sum reaches top-p.</summary>
    private Tensor DrawFromNucleus(Tensor probabilities, Tensor draws)
    {
        var (sorted, tokens) = probabilities.SortDescending(-1);
        var before = sorted.CumulativeSum(-1) - sorted;
        var kept = sorted * before.LessThan(Tensor.Scalar(options.TopP, ScalarType.Float32, sorted.Device)).To(ScalarType.Float32);
        return tokens.Gather(1, Draw(kept, draws)).Reshape(-1);
    }

    /// <returns>Column indices, int64 [rows, 1].</returns>
    private static Tensor Draw(Tensor weights, Tensor draws)
    {
        var cumulative = weights.CumulativeSum(-1);
        var total = cumulative.Slice(1, cumulative.Size(1) - 1, cumulative.Size(1));
        var last = Tensor.From([cumulative.Size(1) - 1], [1], weights.Device);
        // Rounding may lift a draw near one to the total itself, past the last column.
        return cumulative.SearchSorted(draws * total).Minimum(last);
    }
}
