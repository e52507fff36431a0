using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch;

/// <summary>Memory of this process outside the collector's heap.</summary>
public static class HostMemory
{
    /// <summary>To be called between pieces of work: lets go of what they freed and the C library keeps, where that is much.</summary>
    public static void GiveBack() => NativeAllocator.GiveBack();
}
