using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>glibc's struct mallinfo2 (malloc.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct AllocatorState
{
    public readonly nuint Arena, FreeChunks, FastChunks, Maps, MapBytes, MostUsed, FastBytes, InUse, Free, Top;
}
