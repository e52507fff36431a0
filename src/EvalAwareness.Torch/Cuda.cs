using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch;

/// <summary>What CUDA says of this machine's GPUs.</summary>
public static class Cuda
{
    /// <summary>Why nothing can be computed on a device; null when that is not known.</summary>
    public static string? ProblemOf(Device device) => LibTorch.CudaProblem is { } missing
        ? $"{device} needs a LibTorch with CUDA, and {missing}; build with -p:LibTorch=cuda, "
            + $"or set {LibTorch.FolderVariable} to one, such as torch/lib of a PyTorch installation"
        : ProblemOf(device, LibTorchLoader.Cuda.Export);

    /// <summary>Bytes free on a CUDA device.</summary>
    /// <exception cref="TorchException">It cannot be asked.</exception>
    public static long FreeBytes(Device device) => LibTorch.CudaProblem is { } missing
        ? throw new TorchException(missing)
        : new CudaRuntime(LibTorchLoader.Cuda.Export).FreeBytes(device.Index);

    /// <param name="device">A CUDA device.</param>
    /// <param name="export">Finds the functions of CUDA's runtime.</param>
    internal static string? ProblemOf(Device device, Func<string, nint> export)
    {
        CudaRuntime runtime;
        try
        {
            runtime = new CudaRuntime(export);
        }
        catch (TorchException)
        {
            return null;
        }
        try
        {
            var count = runtime.DeviceCount();
            var known = string.Join(", ", Enumerable.Range(0, count).Select(index => $"cuda:{index}"));
            return device.Index < count ? null : $"there is no {device} on this machine, only {known}";
        }
        catch (TorchException problem)
        {
            return $"{device} cannot be used: {problem.Message}";
        }
    }
}
