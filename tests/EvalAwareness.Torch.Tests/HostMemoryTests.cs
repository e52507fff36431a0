using System.Globalization;
using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Tests;

/// <summary>What lies scattered between blocks that live on is given back all the same.</summary>
public sealed unsafe class HostMemoryTests
{
    private const int Blocks = 4_096;
    private const int BlockSize = 128 << 10;

    [Fact]
    public void Holes_between_blocks_that_live_on_go_back_to_the_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "glibc's allocator");
        _ = LibTorch.Version;
        var blocks = new nint[Blocks];
        for (var index = 0; index < Blocks; index++)
            NativeMemory.Fill((void*)(blocks[index] = (nint)NativeMemory.Alloc(BlockSize)), BlockSize, 1);
        for (var index = 0; index < Blocks; index++)
        {
            // Every eighth stays: 448 MB of holes, none of them at the end.
            if (index % 8 != 0)
                NativeMemory.Free((void*)blocks[index]);
        }
        var before = ResidentMegabytes();

        HostMemory.GiveBack();

        Assert.InRange(before - ResidentMegabytes(), 300, 600);
        for (var index = 0; index < Blocks; index += 8)
            NativeMemory.Free((void*)blocks[index]);
    }

    private static long ResidentMegabytes() => long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) >> 10;
}
