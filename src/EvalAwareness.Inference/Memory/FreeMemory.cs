using System.Globalization;

namespace EvalAwareness.Inference.Memory;

/// <summary>Bytes that a process may still take without driving the machine into swap.</summary>
internal static class FreeMemory
{
    private const string SystemFile = "/proc/meminfo";
    private const string AvailableField = "MemAvailable:";

    /// <summary>What the system calls available, but no more than a container may have.</summary>
    public static long Bytes
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
