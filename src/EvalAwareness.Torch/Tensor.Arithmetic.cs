using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    public static Tensor operator +(Tensor left, Tensor right) => Subtract(left, right, alpha: -1);

    public static Tensor operator -(Tensor left, Tensor right) => Subtract(left, right, alpha: 1);

    public static Tensor operator *(Tensor left, Tensor right)
    {
        Shapes.RequireBroadcast("mul", left, right);
        return Dispatcher.Call("aten::mul"u8, "Tensor"u8, Of(left), Of(right));
    }

    public static Tensor operator *(Tensor left, double right) => left * Scalar(right, left.Type, left.Device);

    public static Tensor operator /(Tensor left, Tensor right)
    {
        Shapes.RequireBroadcast("div", left, right);
        return Dispatcher.Call("aten::div"u8, "Tensor"u8, Of(left), Of(right));
    }

    public Tensor Sqrt() => Dispatcher.Call("aten::sqrt"u8, ""u8, Of(this));

    public Tensor Minimum(Tensor other)
    {
        Shapes.RequireBroadcast("minimum", this, other);
        return Dispatcher.Call("aten::minimum"u8, ""u8, Of(this), Of(other));
    }

    public Tensor LessThan(Tensor other)
    {
        Shapes.RequireBroadcast("lt", this, other);
        return Dispatcher.Call("aten::lt"u8, "Tensor"u8, Of(this), Of(other));
    }

    /// <summary>Sum of all elements, or over one dimension.</summary>
    public Tensor Sum() => Dispatcher.Call("aten::sum"u8, ""u8, Of(this), Dispatcher.None);

    public Tensor Sum(int dimension, bool keep = false)
    {
        Shapes.RequireDimension("sum", this, dimension);
        return Dispatcher.Call("aten::sum"u8, "dim_IntList"u8, Of(this), OptionalList(dimension), Of(keep), Dispatcher.None);
    }

    public Tensor Mean() => Dispatcher.Call("aten::mean"u8, ""u8, Of(this), Dispatcher.None);

    public Tensor CumulativeSum(int dimension)
    {
        Shapes.RequireDimension("cumsum", this, dimension);
        return Dispatcher.Call("aten::cumsum"u8, ""u8, Of(this), Of(dimension), Dispatcher.None);
    }

    /// <summary>Index of the largest element along a dimension.</summary>
    public Tensor ArgMax(int dimension)
    {
        Shapes.RequireDimension("argmax", this, dimension);
        return Dispatcher.Call("aten::argmax"u8, ""u8, Of(this), Optional((long)dimension), Of(false));
    }

    /// <summary>Values in descending order along a dimension, and where they stood.</summary>
    public (Tensor Values, Tensor Indices) SortDescending(int dimension)
    {
        Shapes.RequireDimension("sort", this, dimension);
        return Dispatcher.CallPair("aten::sort"u8, ""u8, Of(this), Of(dimension), Of(true));
    }

    /// <summary>For each value the first index of the ascending sequence whose element exceeds it. Last dimension; others equal.</summary>
    public Tensor SearchSorted(Tensor values)
    {
        Shapes.RequireSameType("searchsorted", this, values);
        return Dispatcher.Call(
            "aten::searchsorted"u8, "Tensor"u8, Of(this), Of(values), Of(false), Of(true), Dispatcher.None, Dispatcher.None);
    }

    private static Tensor Subtract(Tensor left, Tensor right, double alpha)
    {
        Shapes.RequireBroadcast(alpha < 0 ? "add" : "sub", left, right);
        NativeError.Check(
            NativeMethods.aoti_torch_aten_subtract_Tensor(left.Handle, right.Handle, alpha, out var result), "subtract");
        return new Tensor(result);
    }
}
