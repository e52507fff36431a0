using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    /// <summary>input · weightᵀ + bias.</summary>
    /// <param name="weight">[out, in].</param>
    /// <param name="bias">[out], or for a two-dimensional input a full [rows, out] matrix: then the residual is added for free.</param>
    public Tensor Linear(Tensor weight, Tensor? bias = null)
    {
        Shapes.Require(weight.Rank == 2 && Rank >= 1 && Size(-1) == weight.Size(1), "linear", $"input {this} does not fit weight {weight}");
        Shapes.RequireSameType("linear", this, weight);
        if (bias is not null)
            RequireBias(weight, bias);
        return Dispatcher.Call("aten::linear"u8, ""u8, Of(this), Of(weight), Optional(bias));
    }

    /// <summary>Products of matrices: [.., m, k] · [.., k, n], the dimensions before them equal.</summary>
    public Tensor MatMul(Tensor right)
    {
        Shapes.Require(
            Rank >= 2 && Rank == right.Rank && Size(-1) == right.Size(-2) && Shape.SkipLast(2).SequenceEqual(right.Shape.SkipLast(2)),
            "matmul", $"{this} does not fit {right}");
        Shapes.RequireSameType("matmul", this, right);
        return Dispatcher.Call("aten::matmul"u8, ""u8, Of(this), Of(right));
    }

    public Tensor Silu() => Dispatcher.Call("aten::silu"u8, ""u8, Of(this));

    /// <summary>x / rms(x) · weight over the last dimension.</summary>
    public Tensor RmsNorm(Tensor weight, double epsilon)
    {
        Shapes.Require(weight.Rank == 1 && weight.Size(0) == Size(-1), "rms_norm", $"weight {weight} does not fit {this}");
        Shapes.RequireSameType("rms_norm", this, weight);
        return Dispatcher.Call(
            "aten::rms_norm"u8, ""u8, Of(this), List(weight.Size(0)), Optional(weight), Optional(epsilon));
    }

    public Tensor Softmax(int dimension)
    {
        Shapes.RequireDimension("softmax", this, dimension);
        return Dispatcher.Call("aten::softmax"u8, "int"u8, Of(this), Of(dimension), Dispatcher.None);
    }

    /// <summary>Rows of this table [rows, width] at int64 indices of any shape.</summary>
    public Tensor Embedding(Tensor indices)
    {
        Shapes.Require(Rank == 2 && indices.Type == ScalarType.Int64, "embedding", $"{indices} cannot index {this}");
        return Dispatcher.Call("aten::embedding"u8, ""u8, Of(this), Of(indices), Of(-1L), Of(false), Of(false));
    }

    /// <summary>softmax(q kᵀ / √d) v. All [batch, heads, time, d]; keys and values may have fewer heads, which groups of queries share.</summary>
    /// <param name="causal">Query t sees keys 0 to t: only for queries and keys of the same length.</param>
    /// <param name="mask">Added to the scores, broadcast over [batch, heads, queries, keys]; not together with <paramref name="causal"/>.</param>
    public static Tensor Attention(Tensor query, Tensor key, Tensor value, bool causal = false, Tensor? mask = null)
    {
        const string Name = "scaled_dot_product_attention";
        Shapes.Require(query.Rank == 4 && key.Rank == 4 && key.Shape.SequenceEqual(value.Shape), Name, $"{query}, {key}, {value} do not fit");
        Shapes.Require(query.Size(0) == key.Size(0) && query.Size(-1) == key.Size(-1), Name, $"query {query} does not fit key {key}");
        Shapes.Require(query.Size(1) % key.Size(1) == 0, Name, $"{query.Size(1)} heads cannot share {key.Size(1)}");
        Shapes.Require(!causal || (mask is null && query.Size(2) == key.Size(2)), Name, "causal attention needs equal lengths and no mask");
        Shapes.RequireSameType(Name, query, key);
        return Dispatcher.Call(
            "aten::scaled_dot_product_attention"u8, ""u8,
            Of(query), Of(key), Of(value), Optional(mask), Of(0.0), Of(causal), Dispatcher.None, Of(query.Size(1) != key.Size(1)));
    }

    /// <summary>Cross-entropy in nats of logits [rows, classes] against int64 targets [rows], one value per row.</summary>
    public Tensor CrossEntropy(Tensor targets)
    {
        const long NoReduction = 0;
        const long IgnoreNone = -100;
        Shapes.Require(
            Rank == 2 && targets is { Rank: 1, Type: ScalarType.Int64 } && targets.Size(0) == Size(0),
            "cross_entropy", $"targets {targets} do not fit logits {this}");
        return Dispatcher.Call(
            "aten::cross_entropy_loss"u8, ""u8, Of(this), Of(targets), Dispatcher.None, Of(NoReduction), Of(IgnoreNone), Of(0.0));
    }

    private void RequireBias(Tensor weight, Tensor bias)
    {
        var fits = bias.Size(-1) == weight.Size(0) && (bias.Rank == 1 || (bias.Rank == 2 && Rank == 2 && bias.Size(0) == Size(0)));
        Shapes.Require(fits, "linear", $"bias {bias} does not fit input {this} and weight {weight}");
        Shapes.RequireSameType("linear", weight, bias);
    }
}
