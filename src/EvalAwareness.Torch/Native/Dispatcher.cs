using System.Runtime.InteropServices;
using System.Text;

namespace EvalAwareness.Torch.Native;

/// <summary>Calls any ATen operator by name. Every argument of the schema must be passed, defaults too.</summary>
internal static unsafe class Dispatcher
{
    private const int StackSize = 24;

    // The ABI version these calls were written against: 2.10.
    private const ulong AbiVersion = (2UL << 56) | (10UL << 48);

    /// <summary>An absent optional argument.</summary>
    public const ulong None = 0;

    public static Tensor Call(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, params ReadOnlySpan<ulong> arguments)
    {
        var stack = stackalloc ulong[StackSize];
        Invoke(name, overload, arguments, stack);
        return new Tensor((nint)stack[0]);
    }

    public static (Tensor First, Tensor Second) CallPair(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, params ReadOnlySpan<ulong> arguments)
    {
        var stack = stackalloc ulong[StackSize];
        Invoke(name, overload, arguments, stack);
        return (new Tensor((nint)stack[0]), new Tensor((nint)stack[1]));
    }

    public static void CallVoid(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, params ReadOnlySpan<ulong> arguments)
    {
        var stack = stackalloc ulong[StackSize];
        Invoke(name, overload, arguments, stack);
    }

    private static void Invoke(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, ReadOnlySpan<ulong> arguments, ulong* stack)
    {
        arguments.CopyTo(new Span<ulong>(stack, StackSize));
        int status;
        // Both names are UTF-8 literals, which the compiler ends with a zero byte; an empty span pinned as such would be null.
        fixed (byte* operatorName = &MemoryMarshal.GetReference(name), overloadName = &MemoryMarshal.GetReference(overload))
            status = NativeMethods.torch_call_dispatcher(operatorName, overloadName, stack, AbiVersion);
        if (status != 0)
            NativeError.Check(status, Encoding.UTF8.GetString(name));
    }
}
