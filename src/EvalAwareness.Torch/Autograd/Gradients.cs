using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch.Autograd;

/// <summary>Reverse-mode differentiation.</summary>
public static class Gradients
{
    /// <summary>Marks a leaf whose gradient is wanted.</summary>
    public static void Require(Tensor leaf) =>
        NativeError.Check(NativeMethods.torch_set_requires_grad(leaf.Handle, true), "set_requires_grad");

    /// <summary>Adds d loss / d leaf to the gradient of each leaf.</summary>
    /// <param name="loss">A single element with a history.</param>
    /// <param name="leaves">Tensors marked with <see cref="Require"/>.</param>
    public static void Backward(Tensor loss, ReadOnlySpan<Tensor> leaves)
    {
        Shapes.Require(loss.ElementCount == 1, "backward", $"{loss} is not a single value");
        Dispatcher.CallVoid(
            "aten::_backward"u8, ""u8, Argument.Of(loss), List(leaves), Dispatcher.None, Dispatcher.None, Argument.Of(false));
    }

    /// <summary>The gradient accumulated so far; null before the first backward pass reached the leaf.</summary>
    public static unsafe Tensor? Of(Tensor leaf)
    {
        // A handle points at an at::Tensor, whose one field is the TensorImpl pointer.
        var borrowed = NativeMethods.Gradient(*(nint*)leaf.Handle);
        NativeError.Check(NativeMethods.aoti_torch_is_defined(borrowed, out var defined), "is_defined");
        if (!defined)
            return null;
        NativeError.Check(NativeMethods.aoti_torch_new_tensor_handle(borrowed, out var owned), "new_tensor_handle");
        return new Tensor(owned);
    }

    /// <summary>The gradient of a leaf that the backward pass has reached; an error for any other.</summary>
    public static Tensor Required(Tensor leaf) =>
        Of(leaf) ?? throw new TorchException("A parameter has no gradient: run the backward pass over all of them first.");
}
