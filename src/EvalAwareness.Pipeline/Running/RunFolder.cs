using System.Globalization;
using EvalAwareness.Core;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Names the folder of a run.</summary>
public static class RunFolder
{
    /// <summary>The folder asked for; otherwise a new one under <paramref name="reports"/> named after the audit and the time,
    /// or with <paramref name="resume"/> the newest one of that audit.</summary>
    /// <exception cref="RefusedException">There is nothing to resume.</exception>
    public static string Choose(string reports, string name, string? asked, bool resume, TimeProvider time)
    {
        if (!resume)
            return Path.GetFullPath(asked ?? Path.Combine(reports, $"{name}-{Stamp(time)}"));
        var folder = asked ?? Newest(reports, name);
        return folder is not null && Directory.Exists(folder)
            ? Path.GetFullPath(folder)
            : throw new RefusedException($"--resume: {asked ?? Path.Combine(reports, name + "-…")} is no run to continue");
    }

    private static string Stamp(TimeProvider time) =>
        time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);

    private static string? Newest(string reports, string name) => !Directory.Exists(reports)
        ? null
        : Directory.EnumerateDirectories(reports, $"{name}-????????-??????").Max(StringComparer.Ordinal);
}
