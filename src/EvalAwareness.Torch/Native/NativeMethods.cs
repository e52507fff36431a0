using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>
/// LibTorch's stable C ABI. Declared in pytorch's torch/csrc/stable/c/shim.h and
/// torch/csrc/inductor/aoti_torch/c/shim.h; every int result is a status, 0 for success.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "libtorch_cpu.so";

    static NativeMethods()
    {
        NativeAllocator.Tune();
        PrimitiveCache.Limit();
        LibTorchLoader.Register();
    }

    [LibraryImport(Library)]
    internal static partial ulong aoti_torch_abi_version();

    [LibraryImport(Library)]
    internal static partial int torch_call_dispatcher(byte* name, byte* overload, ulong* stack, ulong version);

    [LibraryImport(Library)]
    internal static partial int torch_new_list_reserve_size(nuint size, out nint list);

    [LibraryImport(Library)]
    internal static partial int torch_list_push_back(nint list, ulong element);

    [LibraryImport(Library)]
    internal static partial int torch_new_string_handle(byte* text, nuint length, out nint handle);

    [LibraryImport(Library)]
    internal static partial int torch_get_num_threads(out uint threads);
}
