using System.Runtime.Versioning;

namespace EvalAwareness.Cli.Tests.Building;

/// <summary>A command called dotnet that only prints its arguments, then what it is told to, and exits as told.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RecordingDotnet : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public RecordingDotnet(string output, int exitCode)
    {
        Path = System.IO.Path.Combine(Folder, "dotnet");
        File.WriteAllText(Path, $"#!/bin/sh\necho \"$@\"\ncat <<'END'\n{output}\nEND\nexit {exitCode}\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string Folder => _folder.FullName;

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
