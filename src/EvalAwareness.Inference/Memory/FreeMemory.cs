using System.Globalization;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Memory;

/// <summary>Bytes that a process may still take: of the machine's memory without driving it into swap, or of a GPU's.</summary>
internal static class FreeMemory
{
    private const string SystemFile = "/proc/meminfo";
    private const string AvailableField = "MemAvailable:";

    /// <summary>On the CPU what the system calls available, but no more than a container may have; on a GPU what CUDA calls free.</summary>
    /// <exception cref="TorchException">A GPU cannot be asked.</exception>
    public static long On(Device device) => device.IsCpu ? OnSystem : Cuda.FreeBytes(device);

    private static long OnSystem
    {
        get
        {
            var container = GC.GetGCMemoryInfo();
            var left = container.TotalAvailableMemoryBytes - Environment.WorkingSet;
            return File.Exists(SystemFile) ? Math.Min(left, Available(File.ReadLines(SystemFile))) : left;
        }
    }

    /// <exception cref="FormatException">No line tells it.</exception>
    internal static long Available(IEnumerable<string> lines)
    {
        var line = lines.FirstOrDefault(line => line.StartsWith(AvailableField, StringComparison.Ordinal))
            ?? throw new FormatException($"{SystemFile} has no line {AvailableField}");
        // As in "MemAvailable:   23898736 kB".
        var kilobytes = line[AvailableField.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return 1024 * long.Parse(kilobytes, CultureInfo.InvariantCulture);
    }
}
