using EvalAwareness.Torch.Kernels;
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
        if (MatrixVector.CanRun(this, weight))
            return MatrixVector.Run(this, weight, bias);
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

    /// <summary>x · Φ(x) with the tangent's approximation of the normal distribution Φ (Hendrycks and Gimpel 2016).</summary>
    public Tensor GeluTanh() => Dispatcher.Call("aten::gelu"u8, ""u8, Of(this), Of("tanh"u8));

    /// <summary>x · Φ(x) with the normal distribution Φ itself.</summary>
    public Tensor Gelu() => Dispatcher.Call("aten::gelu"u8, ""u8, Of(this), Of("none"u8));

    /// <summary>(x - mean) / deviation · weight + bias over the last dimension (Ba et al. 2016).</summary>
    /// <param name="weight">[d] for a tensor of [.., d].</param>
    /// <param name="bias">[d].</param>
    /// <param name="epsilon">Added to the variance.</param>
    public Tensor LayerNorm(Tensor weight, Tensor bias, double epsilon)
    {
        Shapes.Require(
            weight.Rank == 1 && weight.Size(0) == Size(-1) && bias.Shape.SequenceEqual(weight.Shape), "layer_norm", $"weight {weight} and bias {bias} do not fit {this}");
        Shapes.RequireSameType("layer_norm", this, weight);
        return Dispatcher.Call(
            "aten::layer_norm"u8, ""u8, Of(this), List(weight.Size(0)), Optional(weight), Optional(bias), Of(epsilon), Of(false));
    }

    /// <summary>x / rms(x) · (weight + offset) over the last dimension.</summary>
    /// <param name="weight">[d] for a tensor of [.., d].</param>
    /// <param name="epsilon">Added to the mean of the squares.</param>
    /// <param name="offset">Added to the weight in float32: a weight near nothing keeps its digits beside a one.</param>
    public Tensor RmsNorm(Tensor weight, double epsilon, double offset = 0)
    {
        Shapes.Require(weight.Rank == 1 && weight.Size(0) == Size(-1), "rms_norm", $"weight {weight} does not fit {this}");
        Shapes.RequireSameType("rms_norm", this, weight);
        if (RootMeanSquareNorm.CanRun(this))
            return RootMeanSquareNorm.Run(this, weight, epsilon, offset);
        if (offset != 0)
            return OffsetRmsNorm(weight, epsilon, offset);
        return Dispatcher.Call(
            "aten::rms_norm"u8, ""u8, Of(this), List(weight.Size(0)), Optional(weight), Optional(epsilon));
    }

    /// <summary>x · cosines + swap(x) · sines over the last dimension, where swap exchanges its halves.</summary>
    /// <param name="cosines">[time, d] for a tensor of [.., time, d].</param>
    /// <param name="sines">Same shape; the minus of a rotation stands in them.</param>
    public Tensor Rotate(Tensor cosines, Tensor sines)
    {
        Shapes.Require(
            Rank >= 2 && Size(-1) % 2 == 0 && cosines.Shape.SequenceEqual([Size(-2), Size(-1)]) && sines.Shape.SequenceEqual(cosines.Shape),
            "rotate", $"{cosines} and {sines} do not fit {this}");
        Shapes.RequireSameType("rotate", this, cosines);
        if (Rotation.CanRun(this))
            return Rotation.Run(this, cosines, sines);
        var (last, half, size) = (Rank - 1, Size(-1) / 2, Size(-1));
        var swapped = Concatenate([Slice(last, half, size), Slice(last, 0, half)], last);
        return this * cosines + swapped * sines;
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

    private Tensor OffsetRmsNorm(Tensor weight, double epsilon, double offset)
    {
        var scale = weight.To(ScalarType.Float32) + Scalar(offset, ScalarType.Float32, weight.Device);
        return To(ScalarType.Float32).RmsNorm(scale, epsilon).To(Type);
    }

    private void RequireBias(Tensor weight, Tensor bias)
    {
        var fits = bias.Size(-1) == weight.Size(0) && (bias.Rank == 1 || (bias.Rank == 2 && Rank == 2 && bias.Size(0) == Size(0)));
        Shapes.Require(fits, "linear", $"bias {bias} does not fit input {this} and weight {weight}");
        Shapes.RequireSameType("linear", weight, bias);
    }
}
