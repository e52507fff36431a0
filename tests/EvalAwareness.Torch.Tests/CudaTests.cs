using System.Runtime.InteropServices;
using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch.Tests;

/// <summary>What is asked of CUDA, against a runtime of two devices that answers as the real one documents; and what is said without one.</summary>
public sealed unsafe class CudaTests : IDisposable
{
    private const int NoDevice = 100;
    private const int InvalidDevice = 101;
    private const int Devices = 2;

    // As in CUDA, each thread has its own.
    [ThreadStatic]
    private static int _current;

    [ThreadStatic]
    private static int _failure;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("libtorch");

    public CudaTests() => (_current, _failure) = (0, 0);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(1, 2_000)]
    public void Free_memory_is_that_of_the_device_asked_for_and_the_thread_keeps_its_own(int device, long free)
    {
        _current = 1;
        Assert.Equal(free, new CudaRuntime(Export).FreeBytes(device));
        Assert.Equal(1, _current);
    }

    [Fact]
    public void A_device_that_cannot_be_asked_says_why()
    {
        var refused = Assert.Throws<TorchException>(() => new CudaRuntime(Export).FreeBytes(Devices));
        Assert.Equal($"CUDA says: invalid device ordinal (error {InvalidDevice})", refused.Message);
    }

    [Fact]
    public void A_runtime_without_a_function_is_none() => Assert.Equal(
        "CUDA's runtime library has no cudaMemGetInfo, or was not found",
        Assert.Throws<TorchException>(() => new CudaRuntime(name => name == "cudaMemGetInfo" ? 0 : Export(name))).Message);

    [Theory]
    [InlineData("cuda:1", null)]
    [InlineData("cuda:2", "there is no cuda:2 on this machine, only cuda:0, cuda:1")]
    public void A_device_that_does_not_exist_is_named_with_those_that_do(string device, string? problem) =>
        Assert.Equal(problem, Cuda.ProblemOf(Device.Parse(device), Export));

    [Fact]
    public void Without_a_gpu_what_cuda_says_is_told()
    {
        _failure = NoDevice;
        Assert.Equal(
            $"cuda:0 cannot be used: CUDA says: no CUDA-capable device is detected (error {NoDevice})", Cuda.ProblemOf(Device.Parse("cuda"), Export));
    }

    [Fact]
    public void A_runtime_that_cannot_be_asked_is_no_reason_to_refuse() => Assert.Null(Cuda.ProblemOf(Device.Parse("cuda:7"), _ => 0));

    [Fact]
    public void A_folder_without_the_library_has_no_cuda_half() =>
        Assert.Equal(new CudaLibrary(0, $"there is no libtorch_cuda.so in {_folder.FullName}"), CudaLibrary.Load(_folder.FullName));

    [Fact]
    public void A_library_that_cannot_be_loaded_says_why()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, CudaLibrary.Name), "no library");
        var (handle, problem) = CudaLibrary.Load(_folder.FullName);

        Assert.Equal(0, handle);
        Assert.StartsWith($"{Path.Combine(_folder.FullName, CudaLibrary.Name)} cannot be loaded: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Fact]
    public void The_functions_of_a_library_that_was_brought_along_are_found_through_the_one_that_brought_it()
    {
        // libtorch_cpu brings libgomp, as libtorch_cuda brings CUDA's runtime.
        _ = LibTorch.Version;
        var brought = new CudaLibrary(NativeLibrary.Load(Path.Combine(LibTorch.Folder!, "libtorch_cpu.so")), null);

        Assert.NotEqual(0, brought.Export("omp_get_thread_num"));
        Assert.Equal(0, brought.Export("cudaMemGetInfo"));
    }

    [Fact]
    public void The_processor_has_always_done_what_it_was_asked_for() => Device.Cpu.Synchronize();

    private static nint Export(string name) => name switch
    {
        "cudaGetDeviceCount" => (nint)(delegate* unmanaged<int*, int>)&GetDeviceCount,
        "cudaGetDevice" => (nint)(delegate* unmanaged<int*, int>)&GetDevice,
        "cudaSetDevice" => (nint)(delegate* unmanaged<int, int>)&SetDevice,
        "cudaMemGetInfo" => (nint)(delegate* unmanaged<nuint*, nuint*, int>)&GetMemory,
        "cudaGetErrorString" => (nint)(delegate* unmanaged<int, byte*>)&GetErrorString,
        _ => 0,
    };

    [UnmanagedCallersOnly]
    private static int GetDeviceCount(int* count)
    {
        *count = Devices;
        return _failure;
    }

    [UnmanagedCallersOnly]
    private static int GetDevice(int* device)
    {
        *device = _current;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int SetDevice(int device)
    {
        if (device >= Devices)
            return InvalidDevice;
        _current = device;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int GetMemory(nuint* free, nuint* total)
    {
        (*free, *total) = ((nuint)(1_000 * (_current + 1)), 5_000);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static byte* GetErrorString(int error)
    {
        // Literals lie in the program's own data, which does not move.
        var text = error == NoDevice ? "no CUDA-capable device is detected"u8 : "invalid device ordinal"u8;
        fixed (byte* characters = text)
            return characters;
    }
}
