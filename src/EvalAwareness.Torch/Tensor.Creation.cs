using System.Runtime.InteropServices;
using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch;

public sealed partial class Tensor
{
    /// <summary>An uninitialised contiguous tensor.</summary>
    public static unsafe Tensor Empty(ReadOnlySpan<long> shape, ScalarType type, Device device = default)
    {
        foreach (var size in shape)
            Shapes.Require(size >= 0, "empty", $"a size of {size} is negative");
        var strides = Shapes.ContiguousStrides(shape);
        // A scalar has no dimensions, but its arrays must still have an address.
        var sizes = shape.IsEmpty ? new long[1] : shape.ToArray();
        fixed (long* sizePointer = sizes, stridePointer = strides.Length == 0 ? new long[1] : strides)
        {
            NativeError.Check(
                NativeMethods.aoti_torch_empty_strided(
                    shape.Length, sizePointer, stridePointer, (int)type, device.Type, device.Index, out var handle),
                "empty_strided");
            return new Tensor(handle);
        }
    }

    public static Tensor Zeros(ReadOnlySpan<long> shape, ScalarType type, Device device = default)
    {
        var tensor = Empty(shape, type, device);
        tensor.ZeroInPlace();
        return tensor;
    }

    /// <summary>A copy of <paramref name="values"/> in the given shape.</summary>
    public static Tensor From<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, Device device = default) where T : unmanaged
    {
        var tensor = Empty(shape, ElementType<T>());
        Shapes.Require(tensor.ElementCount == values.Length, "from", $"{values.Length} values do not fill {Shapes.Text(tensor.Shape)}");
        values.CopyTo(tensor.Span<T>());
        return device.IsCpu ? tensor : tensor.To(device);
    }

    public static Tensor From<T>(T[] values, ReadOnlySpan<long> shape, Device device = default) where T : unmanaged =>
        From<T>(values.AsSpan(), shape, device);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor Scalar(double value, ScalarType type = ScalarType.Float32, Device device = default) =>
        From([(float)value], [], device).To(type);

    /// <summary>A view of memory that somebody else keeps alive for as long as the tensor is used.</summary>
    internal static unsafe Tensor FromMemory(nint data, ReadOnlySpan<long> shape, ScalarType type)
    {
        var strides = Shapes.ContiguousStrides(shape);
        fixed (long* sizePointer = shape.IsEmpty ? new long[1] : shape.ToArray(), stridePointer = strides.Length == 0 ? new long[1] : strides)
        {
            NativeError.Check(
                NativeMethods.aoti_torch_create_tensor_from_blob(
                    (void*)data, shape.Length, sizePointer, stridePointer, 0, (int)type, Device.Cpu.Type, 0, out var handle),
                "create_tensor_from_blob");
            return new Tensor(handle);
        }
    }

    /// <summary>The elements themselves, in row-major order: a view, valid while the tensor lives.</summary>
    /// <exception cref="TorchException">The tensor is not contiguous, not on the CPU or of another element type.</exception>
    public unsafe Span<T> Span<T>() where T : unmanaged =>
        new(Pointer<T>(), checked((int)(ElementCount * Type.Size() / sizeof(T))));

    /// <summary>Where the elements lie, for kernels over more of them than a span can hold.</summary>
    /// <exception cref="TorchException">As for <see cref="Span{T}"/>.</exception>
    internal unsafe T* Pointer<T>() where T : unmanaged
    {
        Shapes.Require(Device.IsCpu, "span", $"{this} is not on the CPU");
        Shapes.Require(Type.Size() == Marshal.SizeOf<T>() || typeof(T) == typeof(byte), "span", $"{this} does not hold {typeof(T).Name}");
        NativeError.Check(NativeMethods.aoti_torch_is_contiguous(Handle, out var contiguous), "is_contiguous");
        Shapes.Require(contiguous, "span", $"{this} is not contiguous");
        NativeError.Check(NativeMethods.aoti_torch_get_data_ptr(Handle, out var data), "get_data_ptr");
        return (T*)data;
    }

    /// <summary>A managed copy of the elements in row-major order.</summary>
    public T[] ToArray<T>() where T : unmanaged
    {
        using var scope = TensorScope.Enter();
        return To(ElementType<T>()).To(Device.Cpu).Contiguous().Span<T>().ToArray();
    }

    /// <summary>A managed copy of every row of a matrix, and none of the whole.</summary>
    public T[][] ToRows<T>() where T : unmanaged
    {
        Shapes.Require(Rank == 2, "to_rows", $"{this} is no matrix");
        using var scope = TensorScope.Enter();
        var (source, width) = (To(ElementType<T>()).To(Device.Cpu).Contiguous(), (int)Size(1));
        var rows = new T[Size(0)][];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = source.Span<T>().Slice(row * width, width).ToArray();
        return rows;
    }

    /// <summary>The only element of a tensor that has one.</summary>
    public double Item()
    {
        Shapes.Require(ElementCount == 1, "item", $"{this} has {ElementCount} elements");
        return ToArray<float>()[0];
    }

    private static ScalarType ElementType<T>() => default(T) switch
    {
        float => ScalarType.Float32,
        double => ScalarType.Float64,
        long => ScalarType.Int64,
        int => ScalarType.Int32,
        byte => ScalarType.UInt8,
        bool => ScalarType.Bool,
        _ => throw new TorchException($"Tensors cannot be made of {typeof(T).Name}."),
    };
}
