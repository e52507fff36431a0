using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Runtime.Versioning;

namespace EvalAwareness.Cli.Tests.Building;

/// <summary>run.ps1 in PowerShell's own engine, with a dotnet that only prints how it was called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunScriptTests
{
    private static readonly string Script = Repository.PathOf("run.ps1");
    private static readonly string Solution = $"{Repository.Root}/EvalAwareness.sln";
    private static readonly string Cli = $"{Repository.Root}/src/EvalAwareness.Cli";

    [Fact]
    public void The_script_parses()
    {
        Parser.ParseFile(Script, out _, out var errors);

        Assert.Empty(errors);
    }

    public static TheoryData<string, string> Verbs => new()
    {
        { "build", $"build {Solution} -c Release" },
        { "build '-m:1'", $"build {Solution} -c Release -m:1" },
        { "test --no-build", $"test {Solution} -c Release --no-build" },
        { "", $"run -c Release --project {Cli} -- run" },
        { "run", $"run -c Release --project {Cli} -- run" },
        { "run audit.json --limit 5 --json", $"run -c Release --project {Cli} -- run audit.json --limit 5 --json" },
        { "report 'a run' b", $"run -c Release --project {Cli} -- report a run b" },
        { "bench", $"run -c Release --project {Cli} -- bench" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_becomes_one_dotnet_command(string arguments, string command)
    {
        var (commands, exitCode) = Run(arguments, dotnetExitCode: 0);

        Assert.Equal([command], commands);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void The_exit_code_of_dotnet_is_passed_on() => Assert.Equal(3, Run("run", dotnetExitCode: 3).ExitCode);

    [Fact]
    public void An_unknown_verb_calls_nothing_and_exits_with_2()
    {
        var (commands, exitCode) = Run("fly", dotnetExitCode: 0);

        Assert.Empty(commands);
        Assert.Equal(2, exitCode);
    }

    private static (string[] Commands, int ExitCode) Run(string arguments, int dotnetExitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the recording command is a shell script");
        using var dotnet = new RecordingDotnet("", dotnetExitCode);
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($"$alias:dotnet = '{dotnet.Path}'; & '{Script}' {arguments}");
        var lines = shell.Invoke<string>();
        Assert.Empty(shell.Streams.Error);
        return ([.. lines.Where(line => line.Length > 0)], (int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE"));
    }
}
