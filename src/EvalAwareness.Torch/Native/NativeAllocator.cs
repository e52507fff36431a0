using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>
/// Settings of glibc's allocator. Left alone it gives every thread of the pool an arena of its own, each of which keeps
/// what a batch has freed, and returns large blocks to the system only to fault them in again at the next step.
/// </summary>
internal static partial class NativeAllocator
{
    public const string Library = "libc";

    // From malloc.h.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostArenas = -8;

    private const int Megabyte = 1 << 20;

    // As much as one batch frees and the next takes again.
    private const long MuchFree = 256 * Megabyte;

    // The allocator counts what it gave back as free still; given back after every batch, all pages would be faulted in anew at every batch.
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(10);

    private static long _gaveBack;

    public static void Tune()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            Set(MostArenas, 1);
            Set(MapThreshold, 32 * Megabyte);
            Set(TrimThreshold, 256 * Megabyte);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library has no such settings, and no such habits.
        }
    }

    /// <summary>
    /// Gives what was freed back to the system once that is much, and not too often. Batches differ in length, and what outlives them lies scattered among them:
    /// without this the holes between grow for as long as the process works.
    /// </summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux() || (_gaveBack > 0 && Stopwatch.GetElapsedTime(_gaveBack) < LeastPause))
            return;
        try
        {
            if ((long)mallinfo2().Free <= MuchFree)
                return;
            _ = malloc_trim(0);
            _gaveBack = Stopwatch.GetTimestamp();
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, or one before glibc 2.33.
        }
    }

    // The result says whether the setting is known; an unknown one changes nothing.
    private static void Set(int parameter, int value) => _ = mallopt(parameter, value);

    [LibraryImport(Library)]
    private static partial int mallopt(int parameter, int value);

    [LibraryImport(Library)]
    private static partial int malloc_trim(nuint pad);

    [LibraryImport(Library)]
    private static partial AllocatorState mallinfo2();
}
