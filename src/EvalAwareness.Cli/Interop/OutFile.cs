using System.CommandLine;
using EvalAwareness.Core;

namespace EvalAwareness.Cli.Interop;

/// <summary>The file that a command writes.</summary>
internal static class OutFile
{
    public static Option<string> Option() => new("--out")
    {
        Description = "The Parquet file that is written.",
        HelpName = "X.parquet",
        Required = true,
    };

    /// <summary>Makes the folder it lies in.</summary>
    /// <exception cref="RefusedException">It is a folder, or one of the files that are read.</exception>
    public static string Prepare(string path, IEnumerable<string> inputs)
    {
        var file = Path.GetFullPath(path);
        if (Directory.Exists(file))
            throw new RefusedException($"--out: {path} is a folder; name a file.");
        if (inputs.Any(input => Path.GetFullPath(input) == file))
            throw new RefusedException($"--out: {path} is read and cannot be written; name another file.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
