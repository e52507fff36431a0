using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    /// <summary>The same elements in another shape; one size may be -1.</summary>
    public Tensor Reshape(params ReadOnlySpan<long> shape)
    {
        var known = 1L;
        var free = 0;
        foreach (var size in shape)
        {
            if (size == -1)
                free++;
            else
                known *= size;
        }
        Shapes.Require(
            free == 0 ? known == ElementCount : free == 1 && known > 0 && ElementCount % known == 0,
            "reshape", $"{this} has no shape {Shapes.Text(shape.ToArray())}");
        return Dispatcher.Call("aten::reshape"u8, ""u8, Of(this), List(shape));
    }

    public Tensor Transpose(int first, int second)
    {
        Shapes.RequireDimension("transpose", this, first);
        Shapes.RequireDimension("transpose", this, second);
        return Dispatcher.Call("aten::transpose"u8, "int"u8, Of(this), Of(first), Of(second));
    }

    /// <summary>Elements [<paramref name="start"/>, <paramref name="end"/>) along a dimension: a view.</summary>
    public Tensor Slice(int dimension, long start, long end)
    {
        Shapes.RequireDimension("slice", this, dimension);
        Shapes.Require(0 <= start && start <= end && end <= Size(dimension), "slice", $"{this} has no [{start}, {end}) in dimension {dimension}");
        return Dispatcher.Call(
            "aten::slice"u8, "Tensor"u8, Of(this), Of(dimension), Optional(start), Optional(end), Of(1L));
    }

    /// <summary>One element along a dimension, which disappears: a view.</summary>
    public Tensor Select(int dimension, long index)
    {
        Shapes.RequireDimension("select", this, dimension);
        Shapes.Require(0 <= index && index < Size(dimension), "select", $"{this} has no index {index} in dimension {dimension}");
        return Dispatcher.Call("aten::select"u8, "int"u8, Of(this), Of(dimension), Of(index));
    }

    /// <summary>The rows named by an int64 vector, along a dimension.</summary>
    public Tensor IndexSelect(int dimension, Tensor indices)
    {
        Shapes.RequireDimension("index_select", this, dimension);
        Shapes.Require(indices is { Rank: 1, Type: ScalarType.Int64 }, "index_select", $"{indices} is no vector of int64");
        return Dispatcher.Call("aten::index_select"u8, ""u8, Of(this), Of(dimension), Of(indices));
    }

    /// <summary>Along a dimension, the element each int64 index names; shapes agree elsewhere.</summary>
    public Tensor Gather(int dimension, Tensor indices)
    {
        Shapes.RequireDimension("gather", this, dimension);
        Shapes.Require(indices.Type == ScalarType.Int64 && indices.Rank == Rank, "gather", $"{indices} cannot index {this}");
        return Dispatcher.Call("aten::gather"u8, ""u8, Of(this), Of(dimension), Of(indices), Of(false));
    }

    /// <summary>Repeats dimensions of size 1 without copying.</summary>
    public Tensor Expand(params ReadOnlySpan<long> shape)
    {
        Shapes.Require(shape.Length >= Rank, "expand", $"{this} cannot become {Shapes.Text(shape.ToArray())}");
        return Dispatcher.Call("aten::expand"u8, ""u8, Of(this), List(shape), Of(false));
    }

    public static Tensor Concatenate(ReadOnlySpan<Tensor> tensors, int dimension)
    {
        Shapes.Require(tensors.Length > 0, "cat", "nothing to concatenate");
        foreach (var tensor in tensors)
        {
            Shapes.RequireSameType("cat", tensors[0], tensor);
            Shapes.Require(tensor.Rank == tensors[0].Rank, "cat", $"{tensors[0]} and {tensor} differ in rank");
        }
        return Dispatcher.Call("aten::cat"u8, ""u8, List(tensors), Of(dimension));
    }
}
