using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// LibTorch's own threads. After each of its operators they spin for a while in wait of the next, so a kernel on any other
/// pool would have to share its cores with them.
/// </summary>
internal static class ComputeThreads
{
    /// <summary>Cuts rows into as many ranges as there are threads, one each, and waits until all are done.</summary>
    /// <param name="rows">Rows of work.</param>
    /// <param name="work">Called with the first row of a range and the one after its last.</param>
    public static unsafe void ForRanges(int rows, Action<int, int> work)
    {
        var region = new Region(rows, work);
        var handle = GCHandle.Alloc(region);
        try
        {
            NativeMethods.GOMP_parallel(&Enter, GCHandle.ToIntPtr(handle), threads: 0, flags: 0);
        }
        finally
        {
            handle.Free();
        }
        region.Failure?.Throw();
    }

    [UnmanagedCallersOnly]
    private static void Enter(nint data) =>
        ((Region)GCHandle.FromIntPtr(data).Target!).Run(NativeMethods.omp_get_thread_num(), NativeMethods.omp_get_num_threads());

    private sealed class Region(int rows, Action<int, int> work)
    {
        public ExceptionDispatchInfo? Failure { get; private set; }

        public void Run(int thread, int threads)
        {
            try
            {
                work((int)((long)rows * thread / threads), (int)((long)rows * (thread + 1) / threads));
            }
            catch (Exception problem)
            {
                // No exception may cross into native code.
                Failure = ExceptionDispatchInfo.Capture(problem);
            }
        }
    }
}
