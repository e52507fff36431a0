using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>
/// Settings of glibc's allocator. Left alone it gives every thread of the pool an arena of its own, each of which keeps
/// what a batch has freed, and returns large blocks to the system only to fault them in again at the next step.
/// </summary>
internal static partial class NativeAllocator
{
    // From malloc.h.
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostArenas = -8;

    private const int Megabyte = 1 << 20;

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

    // The result says whether the setting is known; an unknown one changes nothing.
    private static void Set(int parameter, int value) => _ = mallopt(parameter, value);

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);
}
