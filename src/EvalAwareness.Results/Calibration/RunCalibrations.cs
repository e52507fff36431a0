using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Results.Calibration;

/// <summary>The calibrations of a run's judges. They are copied into the run's folder, so that its report can be made again there.</summary>
public static class RunCalibrations
{
    /// <summary>Where calibrations lie beside runs.</summary>
    public const string Shelf = "judges";

    private const string Folder = "calibrations";

    /// <summary>What lies at a path: a file, or all in a folder in order of name.</summary>
    /// <exception cref="RefusedException">One of them is no calibration.</exception>
    public static IReadOnlyList<(string Path, CalibrationDocument Document)> At(string? path) => path switch
    {
        not null when File.Exists(path) => [(path, CalibrationFile.Read(path))],
        not null when Directory.Exists(path) => [.. FilesIn(path).Select(file => (file, CalibrationFile.Read(file)))],
        _ => [],
    };

    /// <summary>Copies into the folder of a run what is known of its judges: from <paramref name="path"/>, which
    /// wins where names are the same, and from the shelf beside it.</summary>
    /// <param name="folder">The run's.</param>
    /// <param name="run">Its run.json.</param>
    /// <param name="path">A file or a folder of calibrations; null for none.</param>
    public static void Keep(string folder, JsonObject run, string? path)
    {
        var judges = JudgesOf(run);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!, Shelf);
        foreach (var (file, document) in At(beside).Concat(At(path)))
        {
            if (!judges.Any(document.Knows))
                continue;
            Directory.CreateDirectory(Path.Combine(folder, Folder));
            File.Copy(file, Path.Combine(folder, Folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>What a run's folder keeps, of its own judges.</summary>
    /// <exception cref="RefusedException">One of them is no calibration.</exception>
    public static IReadOnlyList<CalibrationDocument> In(string folder) => [.. At(Path.Combine(folder, Folder)).Select(file => file.Document)];

    internal static IReadOnlyList<JudgeIdentity> JudgesOf(JsonObject run) =>
        [.. ((string[])["explanation", "turn"]).Select(subject => JudgeOf(run, subject)).OfType<JudgeIdentity>()];

    /// <summary>Null where run.json does not say.</summary>
    internal static JudgeIdentity? JudgeOf(JsonObject run, string subject) =>
        run["identity"]?["judges"]?[subject] is JsonObject judge && judge["name"] is not null && judge["prompt_sha256"] is not null
            ? judge.Deserialize<JudgeIdentity>(CalibrationFile.Options)
            : null;

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);
}
