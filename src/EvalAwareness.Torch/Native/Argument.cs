using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>Encodes values as the 64-bit slots of the dispatcher's stack. Whatever is heap allocated here belongs to the callee.</summary>
internal static unsafe class Argument
{
    /// <summary>Number of the contiguous memory format.</summary>
    public const ulong ContiguousFormat = 0;

    /// <summary>A tensor argument: the callee frees the reference it is given, so it gets one of its own.</summary>
    public static ulong Of(Tensor tensor)
    {
        NativeError.Check(NativeMethods.aoti_torch_new_tensor_handle(tensor.Handle, out var copy), "new_tensor_handle");
        return (ulong)copy;
    }

    public static ulong Of(double value) => BitConverter.DoubleToUInt64Bits(value);

    public static ulong Of(long value) => (ulong)value;

    public static ulong Of(bool value) => value ? 1UL : 0UL;

    public static ulong Of(ScalarType type) => (ulong)type;

    /// <summary>A text argument, in UTF-8.</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        fixed (byte* characters = text)
        {
            NativeError.Check(NativeMethods.torch_new_string_handle(characters, (nuint)text.Length, out var handle), "new_string");
            return (ulong)handle;
        }
    }

    public static ulong Optional(Tensor? tensor) => tensor is null ? Dispatcher.None : Some(Of(tensor));

    public static ulong Optional(long? value) => value is { } present ? Some(Of(present)) : Dispatcher.None;

    public static ulong Optional(double? value) => value is { } present ? Some(Of(present)) : Dispatcher.None;

    public static ulong List(params ReadOnlySpan<long> values)
    {
        var list = NewList(values.Length);
        foreach (var value in values)
            NativeError.Check(NativeMethods.torch_list_push_back(list, Of(value)), "list_push_back");
        return (ulong)list;
    }

    public static ulong List(params ReadOnlySpan<Tensor> tensors)
    {
        var list = NewList(tensors.Length);
        foreach (var tensor in tensors)
            NativeError.Check(NativeMethods.torch_list_push_back(list, Of(tensor)), "list_push_back");
        return (ulong)list;
    }

    public static ulong OptionalList(params ReadOnlySpan<long> values) => Some(List(values));

    /// <summary>A present optional argument.</summary>
    public static ulong Some(ulong value)
    {
        var cell = (ulong*)NativeMemory.Alloc(sizeof(ulong));
        *cell = value;
        return (ulong)cell;
    }

    private static nint NewList(int size)
    {
        NativeError.Check(NativeMethods.torch_new_list_reserve_size((nuint)size, out var list), "new_list");
        return list;
    }
}
