using System.Reflection;
using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>Finds LibTorch and loads it before the first native call.</summary>
internal static class LibTorchLoader
{
    private const string CpuLibrary = "libtorch_cpu.so";
    private const string PackageFolder = "runtimes/linux-x64/native";

    private static CudaLibrary? _cuda;

    /// <summary>The folder LibTorch was loaded from; null until the first native call.</summary>
    public static string? Folder { get; private set; }

    /// <summary>To be asked after the first native call.</summary>
    public static CudaLibrary Cuda => _cuda ?? throw new InvalidOperationException("LibTorch is not loaded yet.");

    public static void Register() => NativeLibrary.SetDllImportResolver(typeof(LibTorchLoader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        // The C library's own functions are found as anywhere else.
        if (name == NativeAllocator.Library)
            return 0;
        Folder ??= Find();
        // libtorch_cuda registers its kernels when it is loaded, so it must be there before the first CUDA tensor.
        _cuda ??= CudaLibrary.Load(Folder);
        return NativeLibrary.Load(Path.Combine(Folder, name));
    }

    private static string Find() =>
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, CpuLibrary)))
        ?? throw new DllNotFoundException(
            $"LibTorch 2.10 or newer was not found: no {CpuLibrary} in {string.Join(", ", Candidates())}. "
            + $"Set {LibTorch.FolderVariable} to a folder that holds it, such as torch/lib of a PyTorch installation.");

    /// <summary>Explicit setting first, then the application's folder and where a package puts its libraries in it, then the package folder
    /// this was built against.</summary>
    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(LibTorch.FolderVariable) is { Length: > 0 } chosen)
        {
            yield return chosen;
            yield break;
        }
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, PackageFolder);
        foreach (var metadata in typeof(LibTorchLoader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata is { Key: "LibTorchFolder", Value: { Length: > 0 } folder })
                yield return folder;
        }
    }
}
