using System.IO.Enumeration;
using Microsoft.Extensions.FileSystemGlobbing;

namespace EvalAwareness.Reading.Datasets;

/// <summary>The files that a path stands for: itself, those of a folder, or those that match a glob; always in the same order.</summary>
public static class SourceFiles
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Whether there is such a file or folder, or a folder that the glob begins with.</summary>
    public static bool Exist(string path) => File.Exists(path) || Directory.Exists(path) || (IsGlob(path) && Directory.Exists(RootOf(path)));

    /// <summary>The name of a dataset of these files.</summary>
    public static string NameOf(string path)
    {
        var fixedPart = Path.TrimEndingDirectorySeparator(IsGlob(path) ? RootOf(path) : path);
        return Directory.Exists(fixedPart) ? Path.GetFileName(fixedPart) : Path.GetFileNameWithoutExtension(fixedPart);
    }

    /// <summary>The folder that names of the files are relative to.</summary>
    public static string RootOf(string path)
    {
        if (Directory.Exists(path))
            return path;
        var folder = Path.GetDirectoryName(path)!;
        return folder.IndexOfAny(Wildcards) < 0 ? folder : RootOf(folder);
    }

    /// <summary>Absolute paths; hidden files, and what lies behind links to folders, are left out.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        if (File.Exists(path))
            return [path];
        var root = RootOf(path);
        var files = InFolder(root).Order(StringComparer.Ordinal);
        if (!IsGlob(path))
            return [.. files];
        var glob = new Matcher(StringComparison.Ordinal).AddInclude(Path.GetRelativePath(root, path));
        return [.. files.Where(file => glob.Match(root, file).HasMatches)];
    }

    private static bool IsGlob(string path) => !File.Exists(path) && !Directory.Exists(path) && path.IndexOfAny(Wildcards) >= 0;

    private static FileSystemEnumerable<string> InFolder(string root) => new(
        root,
        (ref FileSystemEntry entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}
