using System.Diagnostics;
using System.Runtime.Versioning;

namespace EvalAwareness.Cli.Tests.Building;

/// <summary>.ci/run with a dotnet on the path that prints what the case says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CiScriptTests
{
    private const string TwoProjects = """
        Passed!  - Failed:     0, Passed:    12, Skipped:     1, Total:    13, Duration: 4 s - A.dll (net10.0)
        Passed!  - Failed:     0, Passed:   30, Skipped:     0, Total:    30, Duration: 1 m - B.dll (net10.0)
        """;

    private const string OneFailure = """
          Failed: a test whose name says Passed: 99
        Failed!  - Failed:     2, Passed:     5, Skipped:     0, Total:     7, Duration: 4 s - A.dll (net10.0)
        """;

    [Theory]
    [InlineData(TwoProjects, 0, "42 passed, 0 failed, 1 skipped", 0)]
    [InlineData(OneFailure, 1, "5 passed, 2 failed, 0 skipped", 1)]
    [InlineData("error CS1002: ; expected", 1, "0 passed, 0 failed, 0 skipped", 1)]
    [InlineData("No test is available", 0, "0 passed, 0 failed, 0 skipped", 1)]
    public async Task The_last_line_sums_all_projects(string output, int dotnetExitCode, string lastLine, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a bash script");
        using var dotnet = new RecordingDotnet(output, dotnetExitCode);
        var (lines, actual) = await RunAsync(dotnet);

        Assert.Equal(("test EvalAwareness.sln -c Release", lastLine, exitCode), (lines[0], lines[^1], actual));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(string[] Lines, int ExitCode)> RunAsync(RecordingDotnet dotnet)
    {
        var start = new ProcessStartInfo(Repository.PathOf(".ci", "run")) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{dotnet.Folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (output.TrimEnd().Split('\n'), process.ExitCode);
    }
}
