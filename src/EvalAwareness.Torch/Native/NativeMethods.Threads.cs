using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

internal static unsafe partial class NativeMethods
{
    /// <summary>Runs a function once on every thread of LibTorch's OpenMP pool and waits for all.</summary>
    /// <param name="function">What to run; it must not throw.</param>
    /// <param name="data">Its argument.</param>
    /// <param name="threads">Threads to run it on; 0 for all.</param>
    /// <param name="flags">0 for none.</param>
    [LibraryImport(Library)]
    internal static partial void GOMP_parallel(delegate* unmanaged<nint, void> function, nint data, uint threads, uint flags);

    [LibraryImport(Library)]
    internal static partial int omp_get_thread_num();

    [LibraryImport(Library)]
    internal static partial int omp_get_num_threads();
}
