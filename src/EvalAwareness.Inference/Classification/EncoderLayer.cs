using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Classification;

/// <summary>Self-attention over the whole text and a feed-forward part, each added to its input and normalised.</summary>
internal sealed class EncoderLayer(IReadOnlyDictionary<string, Tensor> weights, int layer)
{
    public const string Prefix = "encoder.layer.";

    private const double NormEpsilon = 1e-12;

    private readonly string _name = $"{Prefix}{layer}.";

    /// <param name="hidden">[texts, time, d].</param>
    /// <param name="mask">Added to the scores, [texts, 1, 1, time].</param>
    /// <param name="dropout">Applied to what is added to the input.</param>
    public Tensor Forward(Tensor hidden, Tensor mask, Func<Tensor, Tensor> dropout)
    {
        var attended = Linear(Attend(hidden, mask), "attention.output.dense");
        var mixed = Norm(hidden + dropout(attended), weights, _name + "attention.output.LayerNorm");
        var fed = Linear(Linear(mixed, "intermediate.dense").Gelu(), "output.dense");
        return Norm(mixed + dropout(fed), weights, _name + "output.LayerNorm");
    }

    public static Tensor Norm(Tensor hidden, IReadOnlyDictionary<string, Tensor> weights, string name) =>
        hidden.LayerNorm(weights[name + ".weight"], weights[name + ".bias"], NormEpsilon);

    private Tensor Attend(Tensor hidden, Tensor mask)
    {
        var (query, key, value) = (Heads(hidden, "query"), Heads(hidden, "key"), Heads(hidden, "value"));
        var scores = query.MatMul(key.Transpose(2, 3)) * (1 / Math.Sqrt(query.Size(-1))) + mask;    // [texts, heads, time, time]
        return scores.Softmax(-1).MatMul(value).Transpose(1, 2).Reshape([.. hidden.Shape]);
    }

    /// <returns>[texts, heads, time, d / heads].</returns>
    private Tensor Heads(Tensor hidden, string name) =>
        Linear(hidden, "attention.self." + name).Reshape(hidden.Size(0), hidden.Size(1), Encoder.Heads, -1).Transpose(1, 2);

    /// <summary>In the matrix's own type: training may multiply in a shorter one than it adds up in.</summary>
    private Tensor Linear(Tensor hidden, string name)
    {
        var (matrix, bias) = (weights[$"{_name}{name}.weight"], weights[$"{_name}{name}.bias"]);
        return matrix.Type == hidden.Type ? hidden.Linear(matrix, bias) : hidden.To(matrix.Type).Linear(matrix).To(hidden.Type) + bias;
    }
}
