using System.Globalization;

namespace EvalAwareness.Torch;

/// <summary>Where a tensor lives.</summary>
/// <param name="Type">PyTorch's device type: 0 for the CPU, 1 for CUDA.</param>
/// <param name="Index">Which device of that type.</param>
public readonly record struct Device(int Type, int Index)
{
    private const int CpuType = 0;
    private const int CudaType = 1;

    public static Device Cpu => new(CpuType, 0);

    public bool IsCpu => Type == CpuType;

    /// <summary>Reads <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Device Parse(string name) => name.Split(':') switch
    {
        ["cpu"] => Cpu,
        ["cuda"] => new Device(CudaType, 0),
        ["cuda", var index] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new Device(CudaType, number),
        _ => throw new FormatException($"'{name}' is no device; use cpu, cuda or cuda:N."),
    };

    /// <summary>Waits until it has done all that it was asked for: a GPU is asked ahead, so that a call's return says nothing of the time.</summary>
    public void Synchronize()
    {
        if (IsCpu)
            return;
        using var scope = TensorScope.Enter();
        // A copy to the host waits for all that stands before it.
        _ = Tensor.Zeros([1], ScalarType.Float32, this).Item();
    }

    public override string ToString() => IsCpu ? "cpu" : $"cuda:{Index}";
}
