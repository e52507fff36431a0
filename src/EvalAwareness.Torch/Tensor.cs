using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch;

/// <summary>
/// A LibTorch tensor. Belongs to the <see cref="TensorScope"/> it was made in, which releases it; outside every scope
/// to whoever made it.
/// </summary>
public sealed partial class Tensor : IDisposable
{
    private readonly TensorHandle _handle;

    internal Tensor(nint handle)
    {
        _handle = new TensorHandle(handle);
        Shape = ReadShape(handle);
        TensorScope.Current?.Attach(this);
    }

    /// <summary>Native tensors that this process has not yet released.</summary>
    public static long LiveCount => TensorHandle.Live;

    /// <summary>Sizes of the dimensions, outermost first.</summary>
    public IReadOnlyList<long> Shape { get; }

    public int Rank => Shape.Count;

    public long ElementCount => Shape.Aggregate(1L, (product, size) => product * size);

    public ScalarType Type
    {
        get
        {
            NativeError.Check(NativeMethods.aoti_torch_get_dtype(Handle, out var type), "get_dtype");
            return (ScalarType)type;
        }
    }

    public Device Device
    {
        get
        {
            NativeError.Check(NativeMethods.aoti_torch_get_device_type(Handle, out var type), "get_device_type");
            NativeError.Check(NativeMethods.aoti_torch_get_device_index(Handle, out var index), "get_device_index");
            return new Device(type, Math.Max(0, index));
        }
    }

    internal TensorScope? Owner { get; set; }

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            return _handle.DangerousGetHandle();
        }
    }

    /// <summary>Size of a dimension; negative counts from the end.</summary>
    public long Size(int dimension) => Shape[dimension < 0 ? dimension + Rank : dimension];

    public void Dispose()
    {
        Owner?.Detach(this);
        Release();
    }

    public override string ToString() => $"{Type.Name()}{Shapes.Text(Shape)} on {Device}";

    internal void Release() => _handle.Dispose();

    private static unsafe long[] ReadShape(nint handle)
    {
        NativeError.Check(NativeMethods.aoti_torch_get_dim(handle, out var rank), "get_dim");
        NativeError.Check(NativeMethods.aoti_torch_get_sizes(handle, out var sizes), "get_sizes");
        return new ReadOnlySpan<long>(sizes, (int)rank).ToArray();
    }
}
