using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int torch_set_requires_grad(nint tensor, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool aoti_torch_grad_mode_is_enabled();

    [LibraryImport(Library)]
    internal static partial void aoti_torch_grad_mode_set_enabled([MarshalAs(UnmanagedType.U1)] bool enabled);

    /// <summary>c10::TensorImpl::grad() const, the one C++ symbol used: the C ABI has no way to read a gradient.</summary>
    /// <returns>A borrowed tensor handle.</returns>
    [LibraryImport("libc10.so", EntryPoint = "_ZNK3c1010TensorImpl4gradEv")]
    internal static partial nint Gradient(nint implementation);
}
