using System.Runtime.CompilerServices;

namespace EvalAwareness.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
