using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>
/// oneDNN compiles a kernel for every shape of product and keeps the last 1,024. Transcripts all differ in length, so almost
/// none is met again, and the kernels kept come to half a gigabyte.
/// </summary>
internal static partial class PrimitiveCache
{
    private const string Capacity = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
    private const string Kernels = "128";

    /// <summary>To be called before LibTorch is loaded. A setting of the user's own stays.</summary>
    public static void Limit()
    {
        // oneDNN asks the C library, which does not see what .NET's own Environment sets.
        if (OperatingSystem.IsLinux())
            _ = setenv(Capacity, Kernels, overwrite: 0);
    }

    [LibraryImport(NativeAllocator.Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
