namespace EvalAwareness.Tests;

/// <summary>Files that ship with the tests.</summary>
internal static class Shipped
{
    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path));
}
