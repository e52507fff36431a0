using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>
/// What the C interface of LibTorch cannot be asked: a few functions of libcudart (driver_types.h, cuda_runtime_api.h), which is there
/// under one name or another wherever libtorch_cuda is. Every int result is a cudaError_t, 0 for success.
/// </summary>
internal sealed unsafe class CudaRuntime
{
    private readonly delegate* unmanaged<int*, int> _getDeviceCount;
    private readonly delegate* unmanaged<int*, int> _getDevice;
    private readonly delegate* unmanaged<int, int> _setDevice;
    private readonly delegate* unmanaged<nuint*, nuint*, int> _getMemory;
    private readonly delegate* unmanaged<int, byte*> _getErrorString;

    /// <param name="export">The address of a function by its name; 0 where there is none.</param>
    /// <exception cref="TorchException">One of them is not there.</exception>
    public CudaRuntime(Func<string, nint> export)
    {
        _getDeviceCount = (delegate* unmanaged<int*, int>)Required("cudaGetDeviceCount");
        _getDevice = (delegate* unmanaged<int*, int>)Required("cudaGetDevice");
        _setDevice = (delegate* unmanaged<int, int>)Required("cudaSetDevice");
        _getMemory = (delegate* unmanaged<nuint*, nuint*, int>)Required("cudaMemGetInfo");
        _getErrorString = (delegate* unmanaged<int, byte*>)Required("cudaGetErrorString");

        nint Required(string name) => export(name) is var address and not 0
            ? address
            : throw new TorchException($"CUDA's runtime library has no {name}, or was not found");
    }

    /// <exception cref="TorchException">There is no driver, or none that this runtime can work with, or no device.</exception>
    public int DeviceCount()
    {
        int count;
        Check(_getDeviceCount(&count));
        return count;
    }

    /// <summary>Bytes of a device's memory that are not taken, by whomever.</summary>
    /// <exception cref="TorchException">The device cannot be asked.</exception>
    public long FreeBytes(int device)
    {
        int current;
        Check(_getDevice(&current));
        // It tells of the device that the thread works with.
        Check(_setDevice(device));
        nuint free, total;
        var status = _getMemory(&free, &total);
        Check(_setDevice(current));
        Check(status);
        return (long)free;
    }

    private void Check(int status)
    {
        if (status != 0)
            throw new TorchException($"CUDA says: {Marshal.PtrToStringUTF8((nint)_getErrorString(status))} (error {status})");
    }
}
