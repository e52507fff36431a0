using System.Runtime.CompilerServices;

namespace EvalAwareness.Results.Tests;

/// <summary>Output pinned as text under Expected/. With EVALAWARE_ACCEPT=1 the files are written instead of compared.</summary>
internal static class Golden
{
    public static void Match(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("EVALAWARE_ACCEPT") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Expected");
}
