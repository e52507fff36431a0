using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch;

/// <summary>What was loaded, for <c>doctor</c> and the run's specification.</summary>
public static class LibTorch
{
    /// <summary>Environment variable naming the folder to load LibTorch from.</summary>
    public const string FolderVariable = "EVALAWARE_LIBTORCH";

    /// <summary>Version such as 2.10.0, from the ABI's version number (one byte each from the top).</summary>
    /// <exception cref="DllNotFoundException">LibTorch is nowhere to be found.</exception>
    public static Version Version
    {
        get
        {
            var version = NativeMethods.aoti_torch_abi_version();
            return new Version((int)(version >> 56), (int)(version >> 48 & 0xFF), (int)(version >> 40 & 0xFF));
        }
    }

    /// <summary>Folder the libraries were loaded from; null before the first use.</summary>
    public static string? Folder => LibTorchLoader.Folder;

    /// <summary>Why there is no CUDA half of LibTorch; null where it was loaded.</summary>
    /// <exception cref="DllNotFoundException">LibTorch is nowhere to be found.</exception>
    public static string? CudaProblem
    {
        get
        {
            // The first call loads.
            _ = NativeMethods.aoti_torch_abi_version();
            return LibTorchLoader.Cuda.Problem;
        }
    }

    /// <summary>Threads LibTorch computes with on the CPU.</summary>
    public static int Threads
    {
        get
        {
            NativeError.Check(NativeMethods.torch_get_num_threads(out var threads), "get_num_threads");
            return (int)threads;
        }
    }
}
