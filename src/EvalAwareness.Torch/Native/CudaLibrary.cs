using System.Runtime.InteropServices;

namespace EvalAwareness.Torch.Native;

/// <summary>The CUDA half of LibTorch, or why there is none.</summary>
/// <param name="Handle">Of the loaded library; 0 where there is none.</param>
/// <param name="Problem">Why; null where it was loaded.</param>
internal sealed record CudaLibrary(nint Handle, string? Problem)
{
    public const string Name = "libtorch_cuda.so";

    /// <summary>It brings libc10_cuda and CUDA's own libraries along, as it names them and where they lie.</summary>
    public static CudaLibrary Load(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            return new(0, $"there is no {Name} in {folder}");
        try
        {
            return new(NativeLibrary.Load(file), null);
        }
        catch (Exception refused) when (refused is DllNotFoundException or BadImageFormatException)
        {
            return new(0, $"{file} cannot be loaded: {refused.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The address of a function of this library or of one that it brings along; 0 where there is none.</summary>
    public nint Export(string name) => Handle != 0 && NativeLibrary.TryGetExport(Handle, name, out var address) ? address : 0;
}
