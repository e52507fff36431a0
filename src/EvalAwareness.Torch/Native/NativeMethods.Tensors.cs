using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int aoti_torch_new_tensor_handle(nint tensor, out nint copy);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_delete_tensor_object(nint tensor);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_create_tensor_from_blob(
        void* data, long dimensions, long* sizes, long* strides, long offset, int type, int deviceType, int device, out nint tensor);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_empty_strided(
        long dimensions, long* sizes, long* strides, int type, int deviceType, int device, out nint tensor);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_copy_(nint target, nint source, int nonBlocking);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_data_ptr(nint tensor, out void* data);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_dim(nint tensor, out long dimensions);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_sizes(nint tensor, out long* sizes);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_is_contiguous(nint tensor, [MarshalAs(UnmanagedType.U1)] out bool contiguous);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_is_defined(nint tensor, [MarshalAs(UnmanagedType.U1)] out bool defined);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_dtype(nint tensor, out int type);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_device_type(nint tensor, out int type);

    [LibraryImport(Library)]
    internal static partial int aoti_torch_get_device_index(nint tensor, out int index);

    /// <summary>self - alpha × other, through the dispatcher and with autograd: alpha -1 is the addition that
    /// the dispatcher call cannot pass in LibTorch 2.10, because its alpha is of schema type Scalar.</summary>
    [LibraryImport(Library)]
    internal static partial int aoti_torch_aten_subtract_Tensor(nint self, nint other, double alpha, out nint result);
}
