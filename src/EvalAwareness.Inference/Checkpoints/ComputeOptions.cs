using EvalAwareness.Core;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Where and in which element type a model computes.</summary>
/// <param name="Device">CPU or a CUDA device.</param>
/// <param name="Type">Element type of weights and activations.</param>
public sealed record ComputeOptions(Device Device, ScalarType Type)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <param name="device"><c>cpu</c> or <c>cuda:N</c>.</param>
    /// <param name="type"><c>auto</c>, <c>bfloat16</c> or <c>float32</c>; auto is bfloat16 where the device multiplies it natively.</param>
    /// <exception cref="RefusedException">Either is unknown, or the device is not there.</exception>
    public static ComputeOptions Parse(string device, string type)
    {
        var parsed = ParseDevice(device);
        return type switch
        {
            "auto" => new(parsed, !parsed.IsCpu || ProcessorMultipliesBFloat16() ? ScalarType.BFloat16 : ScalarType.Float32),
            "bfloat16" => new(parsed, ScalarType.BFloat16),
            "float32" => new(parsed, ScalarType.Float32),
            _ => throw new RefusedException($"dtype '{type}' is unknown; use auto, bfloat16 or float32."),
        };
    }

    private static Device ParseDevice(string name)
    {
        try
        {
            var device = Device.Parse(name);
            return device.IsCpu || Cuda.ProblemOf(device) is not { } problem ? device : throw new RefusedException($"device: {problem}.");
        }
        catch (FormatException error)
        {
            throw new RefusedException($"device: {error.Message}", error);
        }
    }

    private static bool ProcessorMultipliesBFloat16() =>
        File.Exists(ProcessorFile)
        && File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal)) is { } flags
        && (flags.Contains("avx512_bf16", StringComparison.Ordinal) || flags.Contains("amx_bf16", StringComparison.Ordinal));
}
