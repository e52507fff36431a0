using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    /// <summary>The same values in another element type; itself when it already has it.</summary>
    public Tensor To(ScalarType type) =>
        Type == type ? this : Dispatcher.Call("aten::to"u8, "dtype"u8, Of(this), Of(type), Of(false), Of(false), Dispatcher.None);

    /// <summary>The same values on another device; itself when it is already there. Carries no gradient.</summary>
    public Tensor To(Device device)
    {
        if (Device == device)
            return this;
        var moved = Empty([.. Shape], Type, device);
        moved.CopyFrom(this);
        return moved;
    }

    /// <summary>A contiguous copy.</summary>
    public Tensor Clone() =>
        Dispatcher.Call("aten::clone"u8, ""u8, Of(this), Some(ContiguousFormat));

    public Tensor Contiguous()
    {
        NativeError.Check(NativeMethods.aoti_torch_is_contiguous(Handle, out var contiguous), "is_contiguous");
        return contiguous ? this : Clone();
    }

    /// <summary>The same values outside the gradient's history.</summary>
    public Tensor Detach() => Dispatcher.Call("aten::detach"u8, ""u8, Of(this));

    /// <summary>Overwrites this tensor with the values of one of the same shape, on any device.</summary>
    public void CopyFrom(Tensor source)
    {
        Shapes.Require(Shape.SequenceEqual(source.Shape), "copy", $"{source} does not fit {this}");
        NativeError.Check(NativeMethods.aoti_torch_copy_(Handle, source.Handle, 0), "copy_");
    }

    public void ZeroInPlace() => Dispatcher.Call("aten::zero_"u8, ""u8, Of(this)).Dispose();
}
