using System.Reflection;
using System.Text.Json.Nodes;

namespace EvalAwareness.Cli.Auditing;

/// <summary>What a run records of the program and the machine.</summary>
internal static class ProgramEnvironment
{
    /// <summary>Version with the commit it was built from, such as <c>0.1.0+1e2cd0a…</c>.</summary>
    public static string Version { get; } =
        typeof(ProgramEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static JsonObject Describe(string device) => new()
    {
        ["version"] = Version,
        ["device"] = device,
        ["processors"] = Environment.ProcessorCount,
    };
}
