using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace EvalAwareness.Torch.Native;

internal static class NativeError
{
    /// <exception cref="TorchException">The status is not 0.</exception>
    [StackTraceHidden]
    public static void Check(int status, string operation)
    {
        if (status != 0)
            Throw(operation);
    }

    [DoesNotReturn, StackTraceHidden]
    private static void Throw(string operation) =>
        throw new TorchException($"LibTorch refused {operation}; its own message stands on standard error.");
}
